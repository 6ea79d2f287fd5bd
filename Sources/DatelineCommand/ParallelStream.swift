import Dateline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads lines in batches, lets workers answer them and writes the answers in input order: the same bytes for any number of threads.
///
/// A batch is a run of whole lines. At most two batches a worker are under way, so memory does not grow with the input. A single worker is the
/// thread that reads: handing batches to another one and waiting for it takes longer than reading and writing do.
final class ParallelStream: @unchecked Sendable {
  private struct Batch: Sendable {
    var number: Int
    var firstLine: Int
    var bytes: [UInt8]
  }

  /// The answers to one batch; the memory goes round from batch to batch.
  private final class Answer {
    var output: JSONOutput
    init(_ output: consuming JSONOutput = JSONOutput()) { self.output = output }
  }

  /// A batch holds about this many bytes of lines: small enough that what is known of them stays in the processor's cache, with some articles
  /// for each stage to run over.
  private static let batchSize = 1 << 16
  /// A single worker writes answers out when there are so many bytes of them. Those of a whole batch, ten times as long as the batch, would
  /// push what the next one needs out of the cache.
  private static let writtenAtOnce = 1 << 16

  private let threads: Int
  private let makeProcessor: @Sendable () -> StreamProcessor
  /// The work of the reading thread, where no other works.
  private var own: (processor: StreamProcessor, answer: Answer)?
  private var mutex = pthread_mutex_t()
  private var changed = pthread_cond_t()
  private var waiting: [Batch] = []
  private var answers: [Int: Answer] = [:]
  /// Answers that were written, for use again.
  private var spare: [Answer] = []
  private var inFlight = 0
  private var isClosed = false
  private var failed = false
  private var nextToWrite = 0

  init(threads: Int, makeProcessor: @escaping @Sendable () -> StreamProcessor) {
    self.threads = threads
    self.makeProcessor = makeProcessor
    pthread_mutex_init(&mutex, nil)
    pthread_cond_init(&changed, nil)
  }

  /// Answers standard input until it ends; false when a line was no article.
  func run() -> Bool {
    if threads == 1 {
      own = (makeProcessor(), Answer(JSONOutput(capacity: ParallelStream.writtenAtOnce) { Output.write($0) }))
      read()
      return !failed
    }
    var workers: [pthread_t] = []
    for _ in 0..<threads {
      var thread = pthread_t()
      let context = Unmanaged.passRetained(self).toOpaque()
      // Deep recursion happens nowhere; the default stack of a secondary thread is large enough.
      let made = pthread_create(
        &thread, nil,
        { raw in
          let stream = Unmanaged<ParallelStream>.fromOpaque(raw!).takeRetainedValue()
          stream.work()
          return nil
        }, context)
      if made == 0 { workers.append(thread) } else { Unmanaged<ParallelStream>.fromOpaque(context).release() }
    }
    if workers.isEmpty {
      complain("no thread could be started")
      return false
    }
    read()
    pthread_mutex_lock(&mutex)
    isClosed = true
    pthread_cond_broadcast(&changed)
    pthread_mutex_unlock(&mutex)
    for worker in workers { pthread_join(worker, nil) }
    drain()
    return !failed
  }

  // MARK: Reading and writing, on the first thread

  private func read() {
    // Read into where it is answered from: every byte copied is one that pushes another out of the cache.
    var pending = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: ParallelStream.batchSize * 3)
    defer { pending.deallocate() }
    var held = 0
    // Bytes of `pending` up to and with its last line end; each byte is looked at once.
    var whole = 0
    var number = 0
    var line = 1
    func send(_ count: Int) {
      let bytes = UnsafeBufferPointer(rebasing: pending[..<count])
      let lines = ParallelStream.lineEnds(UnsafeRawBufferPointer(bytes))
      if let own {
        if !own.processor.process(bytes, firstLine: line, into: &own.answer.output) { failed = true }
        own.answer.output.flush()
      } else {
        submit(Batch(number: number, firstLine: line, bytes: Array(bytes)))
      }
      // The beginning of the next line goes to the front.
      held -= count
      pending.baseAddress!.update(from: pending.baseAddress! + count, count: held)
      whole = 0
      number += 1
      line += lines
    }
    while true {
      if whole > 0, !isReady() {
        // Nobody writes just now: answer what is here instead of waiting for a full batch.
        send(whole)
        settle()
      }
      if pending.count - held < ParallelStream.batchSize { pending = ParallelStream.enlarged(pending, held) }
      let count = Glibc.read(0, pending.baseAddress! + held, ParallelStream.batchSize)
      if count < 0 && errno == EINTR { continue }
      if count < 0 {
        complain("standard input cannot be read")
        failed = true
      }
      if count <= 0 { break }
      if let end = pending[held..<held + count].lastIndex(of: 10) { whole = end + 1 }
      held += count
      if whole >= ParallelStream.batchSize { send(whole) }
    }
    if held > 0 { send(held) }
  }

  /// A buffer twice as large with the bytes that the old one holds, which is freed.
  private static func enlarged(_ old: UnsafeMutableBufferPointer<UInt8>, _ held: Int) -> UnsafeMutableBufferPointer<UInt8> {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: old.count * 2)
    larger.baseAddress!.update(from: old.baseAddress!, count: held)
    old.deallocate()
    return larger
  }

  private static func lineEnds(_ bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    var from = 0
    while from < bytes.count, let found = memchr(bytes.baseAddress! + from, 10, bytes.count - from) {
      count += 1
      from = bytes.baseAddress!.distance(to: UnsafeRawPointer(found)) + 1
    }
    return count
  }

  /// Whether standard input has bytes, or its end, to give without waiting.
  private func isReady() -> Bool {
    var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) != 0
  }

  /// Waits until every batch under way is answered, and writes the answers.
  private func settle() {
    pthread_mutex_lock(&mutex)
    while inFlight > 0 { writeNext() }
    pthread_mutex_unlock(&mutex)
  }

  /// With the mutex held: writes the next answer, or waits for a change.
  private func writeNext() {
    guard let answer = answers.removeValue(forKey: nextToWrite) else {
      pthread_cond_wait(&changed, &mutex)
      return
    }
    nextToWrite += 1
    inFlight -= 1
    pthread_mutex_unlock(&mutex)
    ParallelStream.write(&answer.output)
    pthread_mutex_lock(&mutex)
    spare.append(answer)
  }

  private static func write(_ output: inout JSONOutput) {
    output.withBytes { Output.write($0) }
    output.removeAll()
  }

  private func submit(_ batch: Batch) {
    pthread_mutex_lock(&mutex)
    waiting.append(batch)
    inFlight += 1
    pthread_cond_broadcast(&changed)
    while inFlight >= threads * 2 { writeNext() }
    pthread_mutex_unlock(&mutex)
  }

  /// Writes what is left, when all workers have ended.
  private func drain() {
    while let answer = answers.removeValue(forKey: nextToWrite) {
      nextToWrite += 1
      ParallelStream.write(&answer.output)
    }
  }

  // MARK: Working, on the others

  private func work() {
    let processor = makeProcessor()
    while let (batch, answer) = take() {
      let good = batch.bytes.withUnsafeBufferPointer {
        processor.process($0, firstLine: batch.firstLine, into: &answer.output)
      }
      pthread_mutex_lock(&mutex)
      answers[batch.number] = answer
      if !good { failed = true }
      pthread_cond_broadcast(&changed)
      pthread_mutex_unlock(&mutex)
    }
  }

  private func take() -> (Batch, Answer)? {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    while waiting.isEmpty {
      if isClosed { return nil }
      pthread_cond_wait(&changed, &mutex)
    }
    return (waiting.removeFirst(), spare.popLast() ?? Answer())
  }
}
