import Glibc

/// A thread with a stack of its own that runs a closure once.
struct Thread {
  private let handle: pthread_t

  init(_ body: @escaping () -> Void) {
    let box = Unmanaged.passRetained(Box(body))
    var started = pthread_t()
    let failed = pthread_create(
      &started, nil,
      { argument in
        Unmanaged<Box>.fromOpaque(argument!).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    precondition(failed == 0, "no thread")
    handle = started
  }

  func join() { pthread_join(handle, nil) }

  private final class Box {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }
}
