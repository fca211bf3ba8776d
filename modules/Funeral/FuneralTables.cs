using Anmin.Funeral.Twins;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Custody;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral;

/// <summary>The module's tables by name, so that entities stay internal.</summary>
internal static class FuneralTables
{
    extension(AnminDb db)
    {
        public DbSet<DeathCase> DeathCases => db.Set<DeathCase>();
        public DbSet<Remains> Remains => db.Set<Remains>();
        public DbSet<CustodyMove> CustodyMoves => db.Set<CustodyMove>();
        public DbSet<TransportOrder> Pickups => db.Set<TransportOrder>();
        public DbSet<Cremation> Cremations => db.Set<Cremation>();
        public DbSet<FirstScan> FirstScans => db.Set<FirstScan>();
        public DbSet<CremationCertificate> Certificates => db.Set<CremationCertificate>();
        public DbSet<AshesContainer> Ashes => db.Set<AshesContainer>();
        public DbSet<SecondCasePermit> SecondPermits => db.Set<SecondCasePermit>();
        public DbSet<Families.CaseShare> CaseShares => db.Set<Families.CaseShare>();
        public DbSet<Notes.CaseNote> CaseNotes => db.Set<Notes.CaseNote>();
        public DbSet<SuspectedTwin> Twins => db.Set<SuspectedTwin>();
        public DbSet<Resources.Resource> Resources => db.Set<Resources.Resource>();
        public DbSet<Furnaces.FurnaceCall> FurnaceCalls => db.Set<Furnaces.FurnaceCall>();
        public DbSet<Furnaces.ScreenName> ScreenNames => db.Set<Furnaces.ScreenName>();
        public DbSet<Furnaces.FurnaceStop> FurnaceStops => db.Set<Furnaces.FurnaceStop>();
        public DbSet<Emissions.CremationReading> CremationReadings => db.Set<Emissions.CremationReading>();
        public DbSet<Papers.CasePaper> Papers => db.Set<Papers.CasePaper>();
        public DbSet<Archive.ArchiveItem> ArchiveItems => db.Set<Archive.ArchiveItem>();
        public DbSet<Archive.ArchiveFiling> ArchiveFilings => db.Set<Archive.ArchiveFiling>();
        public DbSet<Shifts.ShiftHandOver> ShiftHandOvers => db.Set<Shifts.ShiftHandOver>();
        public DbSet<SpecialRemains.BodyPart> BodyParts => db.Set<SpecialRemains.BodyPart>();
        public DbSet<Emissions.EmissionReading> EmissionReadings => db.Set<Emissions.EmissionReading>();
    }
}
