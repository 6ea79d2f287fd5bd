import Testing

@testable import Dateline

/// What is one name and what is two, and names that the tables or the dateline settle.
@Suite("Parts of names") struct NamePartTests {
  @Test(arguments: [
    ("Teamsters Local 404 voted to strike.", "organization Teamsters Local 404"),
    ("Members of Harbour Pilots Local 17 marched.", "organization Harbour Pilots Local 17"),
    ("He appeared before Swansea Magistrates’ Court on Friday.", "organization Swansea Magistrates’ Court"),
    ("Flights were cancelled at Osvaldo Vieira airport.", "place Osvaldo Vieira"),
    ("The trial moved to the R. Karunaratne Stadium.", "place R. Karunaratne Stadium"),
    ("In Galle, Sri Lanka beat Bangladesh by 77 runs.", "place Sri Lanka"),
    ("Boston nurses walk out\n\nBOSTON — Nurses at two hospitals walked out on Monday.", "place BOSTON"),
    ("Smugglers in Zuwaratha took the money from him.", "place Zuwaratha"),
    ("His agent, Rosa Demirkan of Stellar Group, was seen there.", "person Rosa Demirkan"),
    ("His agent, Rosa Demirkan of Stellar Group, was seen there.", "organization Stellar Group"),
    ("The book was banned in Ceaușescu’s Romania.", "place Romania"),
    ("On Sunday Pope Leo XIV spoke.", "person Leo XIV"),
    ("She is the sister of Praggnalanda, who lost.", "person Praggnalanda"),
    ("On Friday Dickie Bird was buried.", "person Dickie Bird"),
    ("Prices rose after OPEC+ cut output.", "organization OPEC+"),
    ("The series was bought by Canal+ on Monday.", "organization Canal+"),
    ("He wrote on X that he would resign.", "organization X"),
    ("It was advised by Avendus and Axis Capital last year.", "organization Avendus"),
    ("It will be reissued by Farrar, Straus and Giroux in May.", "organization Farrar, Straus and Giroux"),
    // A country at the end of an organization's name.
    ("The Electoral Commission of Uganda rejected the claim.", "organization Electoral Commission of Uganda"),
    ("The National Hurricane Center of the United States warned Honduras.", "organization National Hurricane Center of the United States"),
    // Who holds an office inside what looks like one name.
    ("They met Kisumu Governor Prof Anyang Wetangula on Friday.", "person Anyang Wetangula"),
    // Particles with capitals.
    ("On Monday Sultan Haitham bin Tariq Al Said arrived.", "person Haitham bin Tariq Al Said"),
    // Whom the reporter asked.
    ("The climb was led by guides, according to Peak Promotion Treks, which handled it.", "organization Peak Promotion Treks"),
    // Datelines with a colon, and in a country.
    ("New dam opens\n\nKATHMANDU: The court said on Thursday that the dam in the west of the country may be filled.", "place KATHMANDU"),
    ("Fighting shuts school\n\nWABAGU, Papua New Guinea — Fighting between two clans has closed a school.", "place WABAGU"),
    // The short form of an organization in small letters.
    ("He wrote to the state fisheries board (SFB) in May.", "organization SFB"),
  ]) func settles(_ text: String, _ expected: String) {
    let found = Samples.typedNames(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(arguments: [
    ("He reads Local 12 News.", "organization He reads Local 12"),
    ("The Local had 40 guests.", "organization Local"),
    ("The United States National Hurricane Center warned Florida.", "organization United States National Hurricane Center"),
    ("Ana Ruiz airport staff walked out.", "place Ana Ruiz"),
    ("They met in Zuwaratha 600 times.", "place Zuwaratha"),
    ("The Rosa Parks School of Law opened.", "person Rosa Parks"),
    ("Virginia Tech won again.", "person Virginia Tech"),
    ("He studied at King’s College of Lagos.", "person King"),
    ("They need 25+ members and A+B tests.", "organization A+B"),
    ("The letter X marks the spot.", "organization X"),
    ("It was advised by Farrar and Giroux last year.", "organization Farrar"),
    // A country that is no end of a name.
    ("The Red Cross of the region and Uganda agreed.", "organization Red Cross of the region and Uganda"),
    ("A friend of Reuters of Canada wrote.", "organization Reuters of Canada"),
    // The short forms of terms in small letters are no organizations.
    ("The rapid antigen reaction (RAR) is slow. The RAR costs little.", "organization RAR"),
    // A minister's tasks.
    ("He met the Minister of Electricity, Water and Renewable Energy in May.", "organization Water and Renewable Energy"),
    // A heading.
    ("LONDON: A guide\n\nThe city has parks.", "place LONDON: A"),
  ]) func leaves(_ text: String, _ wrong: String) {
    let found = Samples.typedNames(text)
    #expect(!found.contains(wrong), "\(found)")
  }
}
