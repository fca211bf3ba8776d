using Anmin.Funeral.Holds;
using Anmin.Funeral.Evidence;
using Anmin.Funeral.Corrections;
using System.Globalization;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Funeral.Tests.Walk;

/// <summary>
/// One case, and somebody who calls its methods in any order with right and wrong arguments. A walk is a list of small seeds, one a step,
/// so that a failing walk can be played again with steps left out.
/// </summary>
internal sealed class CaseWalk
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly string[] People = ["a", "b", "c"];

    private readonly List<string> told = [];
    private Random random = new(0);
    private DateTimeOffset now = new(2026, 4, 15, 2, 0, 0, TimeSpan.Zero);
    private int numbers;

    public CaseWalk(int seed)
    {
        random = new(seed);
        var facts = new DeathCase.ReportFacts("SQ26-000001", "321302001001", ReportSource.Family, Maybe(0.8) ? PersonName.Parse("周桂兰").Value : null, null, Sex.Female, new(1945, 3, 2),
            now.AddHours(-random.Next(0, 30)), DeathPlaceKind.Home, null, Maybe(0.1), Maybe(0.2), Maybe(0.1), null);
        Case = DeathCase.Report(facts, now, Zone).Value!;
    }

    public DeathCase Case { get; }

    public IReadOnlyList<string> Told => told;

    /// <summary>What was wrong first, or null.</summary>
    public static (string? Broken, CaseWalk Walk) Play(int seed, IEnumerable<int> steps)
    {
        var walk = new CaseWalk(seed);
        foreach (var step in steps)
            if (walk.Step(step) is { } broken) return (broken, walk);
        return (null, walk);
    }

    private string? Step(int seed)
    {
        random = new(seed);
        now += TimeSpan.FromMinutes(Maybe(0.9) ? random.Next(0, 600) : -random.Next(0, 90));
        var before = CaseLaws.Snapshot(Case);
        var place = Case.Remains!.Place;
        var held = Case.Holds.Exists(h => h.LiftedAt is null);
        var (burning, facts, voided) = (Case.Cremation is not null, Case.Facts.Count, Case.VoidedAt is not null);
        var (name, problem) = Maybe(0.5) ? Natural() : Any();
        told.Add($"{now:MM-dd HH:mm} {name} → {problem?.Code ?? "ok"}");
        var after = CaseLaws.Snapshot(Case);
        if (problem is not null && after != before) return $"{name} was refused ({problem.Code}) and yet changed:\n{before}\n{after}";
        if (problem is null && Case.Facts.Count == facts) return $"{name} succeeded and told the journal nothing";
        if (voided && after != before) return $"{name} changed a voided case:\n{before}\n{after}";
        if (place is BodyPlace.Cremated or BodyPlace.Released or BodyPlace.Buried && Case.Remains.Place != place) return $"{name} moved a body from its final place {place}";
        if (!voided && Case.VoidedAt is not null && held) return $"{name} voided a case under a hold";
        if (!burning && Case.Cremation is not null && held) return $"{name} began a cremation under a hold";
        return CaseLaws.Broken(Case) is { } broken ? $"after {name}: {broken}" : null;
    }

    /// <summary>What would come next on an ordinary way, so that walks get far.</summary>
    private (string, Problem?) Natural() => Case switch
    {
        { IsOpen: false } => Any(),
        { Handlers.Count: 0 } => AddHandler(),
        { HasValidEvidence: false } => AttachEvidence(),
        { Remains.Place: BodyPlace.AtPlaceOfDeath } when !Case.Pickups.Exists(p => p.IsOpen) => RequestPickup(),
        { Remains.Place: BodyPlace.AtPlaceOfDeath } => RecordPickup(),
        { Remains.Place: BodyPlace.InVehicle } => Receive(),
        { Contract: null } => Confirm(),
        { Contract.Disposition: Disposition.Burial, Remains.IsFinal: false } => RecordBurial(),
        { Cremation: null } => StartCremation(),
        { Cremation.FinishedAt: null } => FinishCremation(),
        { Certificates.Count: 0 } => Issue(),
        _ => Any(),
    };

    private (string, Problem?) Any()
    {
        Func<(string, Problem?)>[] all =
        [
            AttachEvidence, PlaceHold, LiftHold, LiftHold, RequestPickup, CancelPickup, RecordPickup, Receive, MoveWithin, MoveWithin, AddHandler, Confirm, StartCremation, FinishCremation,
            Issue, Reissue, VoidCertificate, Called, SecondScan, HandOver, Deposit, Place, Rest, Split, RecordBurial, TransferOut, RequestVoid, ApproveVoid, Correct,
        ];
        return all[random.Next(all.Length)]();
    }

    private (string, Problem?) AttachEvidence()
    {
        var kind = Maybe(0.7) ? Case.Unnatural ? EvidenceKind.PoliceCertificate : EvidenceKind.MedicalCertificate : Pick(Enum.GetValues<EvidenceKind>());
        var number = Maybe(0.9) ? (++numbers).ToString("D17", CultureInfo.InvariantCulture) : Pick("", "123", "３２１３０２２０２６０００００００", "3213022026000000a");
        var today = DateOnly.FromDateTime(now.UtcDateTime.AddHours(8));
        return ("AttachEvidence", Case.AttachEvidence(kind, number, "x", today.AddDays(Maybe(0.8) ? 0 : random.Next(-3, 3)), today, Zone, By(), now).Problem);
    }

    private (string, Problem?) PlaceHold() => Maybe(0.3) ? ("PlaceHold", Case.PlaceHold(Pick(Enum.GetValues<HoldKind>()), "x", By(), now).Problem) : LiftHold();

    private (string, Problem?) LiftHold() => ("LiftHold", Case.LiftHold(Case.Holds.Count > 0 && Maybe(0.9) ? Case.Holds[random.Next(Case.Holds.Count)].Id : Guid.NewGuid(), "x", By(), now).Problem);

    private (string, Problem?) RequestPickup() => ("RequestPickup", Case.RequestPickup(new($"JY-{++numbers}", "fh-1", null, null, null, null, null, null), now).Problem);

    private (string, Problem?) CancelPickup() => Maybe(0.3) ? ("CancelPickup", Case.CancelPickup("x", By(), now).Problem) : MoveWithin();

    private (string, Problem?) RecordPickup() => ("RecordPickup", Case.RecordPickup("car", "a", Maybe(0.8) ? "b" : "a", "family", $"T{++numbers}", By(), now).Problem);

    private (string, Problem?) Receive() => ("Receive", Case.Receive(Maybe(0.8) ? Pick(BodyPlace.Received, BodyPlace.ColdStored) : Pick(Enum.GetValues<BodyPlace>()), "p" + random.Next(3), Tag(), By(), now).Problem);

    private (string, Problem?) MoveWithin() => ("MoveWithin", Case.MoveWithin(Pick(Enum.GetValues<BodyPlace>()), "p" + random.Next(3), Pick(People), Tag(), By(), now).Problem);

    private (string, Problem?) AddHandler()
    {
        // it cannot refuse: both its callers refuse an ended case themselves, and a refusal undoes it
        if (!Case.IsOpen) return LiftHold();
        Case.AddHandler(PersonName.Parse("周建国").Value!, PhoneNumber.Parse("13812345678").Value!, "子女", null);
        return ("AddHandler", null);
    }

    private (string, Problem?) Confirm()
    {
        var disposition = Maybe(0.85) ? Disposition.Cremation : Pick(Enum.GetValues<Disposition>());
        return ("Confirm " + disposition, Case.Confirm(new(disposition, Handler(), "", now.AddHours(random.Next(-20, 24)), null, null), By(), now).Problem);
    }

    private (string, Problem?) StartCremation() => ("StartCremation", Case.StartCremation(new("furnace", "a", Maybe(0.8) ? "b" : "a", Tag(), Tag()), Zone, By(), now).Problem);

    private (string, Problem?) FinishCremation() => Maybe(0.2) ? FinishWithoutAshes() : ("FinishCremation", Case.FinishCremation($"GH-{++numbers}", By(), now).Problem);

    private (string, Problem?) FinishWithoutAshes() => ("FinishWithoutAshes", Case.FinishWithoutAshes(Handler(), "x", By(), now).Problem);

    private (string, Problem?) Called() => ("NoteCalled", Case.NoteCalled("furnace", Maybe(0.5), Zone, now).Problem);

    private (string, Problem?) SecondScan() => ("NoteSecondScan", Case.NoteSecondScan(Tag(), By()).Problem);

    private (string, Problem?) Issue() => ("IssueCertificate", Case.IssueCertificate($"HH-{++numbers}", By(), now).Problem);

    private (string, Problem?) Reissue() => ("ReissueCertificate", Case.ReissueCertificate($"HH-{++numbers}", "x", By(), now).Problem);

    private (string, Problem?) VoidCertificate() => ("VoidCertificate", Case.VoidCertificate("x", By(), now).Problem);

    private (string, Problem?) HandOver() => ("HandOverAshes", Case.HandOverAshes(Ashes(), Handler(), "w", By(), now).Problem);

    private (string, Problem?) Deposit() => ("DepositAshes", Case.DepositAshes(Ashes(), Niche(), Until(), By(), now).Problem);

    private (string, Problem?) Place() => ("PlaceAshes", Case.PlaceAshes(Ashes(), Niche(), Until(), By(), now).Problem);

    private (string, Problem?) Rest()
    {
        var (number, to) = (Ashes(), Pick(AshesStatus.Interred, AshesStatus.Placed, AshesStatus.Deposited, AshesStatus.HandedOver, AshesStatus.Scattered));
        var from = Maybe(0.7) ? Case.Find(number)?.PlaceId : Maybe(0.5) ? null : Niche();
        return ("RestAshes " + to, Case.RestAshes(number, to, from, to == AshesStatus.HandedOver ? "" : Niche(), null, null, Maybe(0.3) ? Handler() : null, By(), now).Problem);
    }

    private (string, Problem?) Split()
    {
        var parts = Enumerable.Range(0, random.Next(0, 4)).Select(_ => $"GH-{++numbers}").ToList();
        return ($"SplitAshes into {parts.Count}", Case.SplitAshes(Ashes(), parts, By(), now).Problem);
    }

    private (string, Problem?) RecordBurial() => ("RecordBurial", Case.RecordBurial("graveyard", By(), now).Problem);

    private (string, Problem?) TransferOut() => Maybe(0.2) ? ("TransferOut", Case.TransferOut("elsewhere", "1", Tag(), By(), now).Problem) : MoveWithin();

    private (string, Problem?) RequestVoid() => ("RequestVoid", Case.RequestVoid("x", By(), now).Problem);

    private (string, Problem?) ApproveVoid() => Maybe(0.2) ? ("ApproveVoid", Case.ApproveVoid(By(), now).Problem) : Correct();

    private (string, Problem?) Correct()
    {
        var (old, given) = (Case.Name?.Text ?? "", Maybe(0.8) ? "周" + (char)('一' + random.Next(50)) : "周桂兰");
        return ("Correct", Case.Correct(CaseFact.Name, old, given, "x", () => Case.SetName(PersonName.Parse(given).Value!), By(), now).Problem);
    }

    private string Niche() => "n" + random.Next(5);

    private DateOnly Until() => DateOnly.FromDateTime(now.UtcDateTime).AddYears(3);

    private string Ashes() => Case.Ashes.Count > 0 && Maybe(0.9) ? Case.Ashes[random.Next(Case.Ashes.Count)].Number : "GH-none";

    private Guid Handler() => Case.Handlers.Count > 0 && Maybe(0.9) ? Case.Handlers[random.Next(Case.Handlers.Count)].Id : Guid.NewGuid();

    private string Tag() => Maybe(0.9) ? Case.Remains!.Tag ?? "T" : "T-of-another";

    private Actor By() => new(Pick(People), "x", "x", DataScope.Everything, new HashSet<string>());

    private bool Maybe(double chance) => random.NextDouble() < chance;

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];
}
