using Anmin.Funeral.Holds;
using Anmin.Funeral.Evidence;
using System.Globalization;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Cremations;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Shouldly;

namespace Anmin.Funeral.Tests.Entities;

/// <summary>A case at each point of its way, as plain objects at one fixed moment.</summary>
internal static class Someone
{
    private static int papers;

    public static readonly DateTimeOffset Now = new(2026, 4, 15, 2, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 4, 15);
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    public static readonly Actor A = Staff("a");
    public static readonly Actor B = Staff("b");

    /// <summary>The specimen number of GB 11643: a woman born on 1949-12-31.</summary>
    public static readonly IdNumber Card = IdNumber.Parse(IdType.IdCard, "11010519491231002X", Today, _ => true).Value!;

    public static Outcome<DeathCase> Reported(Func<DeathCase.ReportFacts, DeathCase.ReportFacts>? but = null)
    {
        var facts = new DeathCase.ReportFacts("SQ26-000001", "321302001001", ReportSource.Family, PersonName.Parse("周桂兰").Value, null, Sex.Female, new(1945, 3, 2), Now.AddDays(-1), DeathPlaceKind.Home, null, false, false, false, null);
        return DeathCase.Report(but is null ? facts : but(facts), Now, Zone);
    }

    public static DeathCase Open()
    {
        var of = Reported().Value!;
        of.AddHandler(PersonName.Parse("周建国").Value!, PhoneNumber.Parse("13812345678").Value!, "子女", null);
        return of;
    }

    public static DeathCase Booked() => Open().Then(c => c.RequestPickup(Wish(), Now));

    public static DeathCase PickedUp() => Booked().Then(c => c.RecordPickup("car", "a", "b", "family", "T1", A, Now));

    public static DeathCase Received() => PickedUp().Then(c => c.Receive(BodyPlace.ColdStored, "box", "T1", A, Now));

    public static DeathCase Held() => Proven().Then(c => c.PlaceHold(HoldKind.Dispute, "x", A, Now));

    public static DeathCase Proven() => Received().Then(c => c.Attach());

    public static DeathCase Confirmed(Disposition disposition = Disposition.Cremation) => Proven().Then(c => c.Choose(disposition));

    public static DeathCase Burning() => Confirmed().Then(c => c.Ignite());

    public static DeathCase Cremated() => Burning().Then(c => c.FinishCremation("GH-1", A, Now));

    public static DeathCase.PickupWish Wish() => new("JY-1", "fh-1", null, null, null, null, null, null);

    public static Outcome<DeathEvidence> Attach(this DeathCase of, string? number = null, DateOnly? issuedOn = null)
        => of.AttachEvidence(EvidenceKind.MedicalCertificate, number ?? Interlocked.Increment(ref papers).ToString("D17", CultureInfo.InvariantCulture), "x", issuedOn ?? Today, Today, Zone, A, Now);

    public static Outcome<FuneralContract> Choose(this DeathCase of, Disposition disposition = Disposition.Cremation, Guid? signer = null)
        => of.Confirm(new(disposition, signer ?? of.Handlers[0].Id, "", Now, null, null), A, Now);

    public static Outcome<Cremation> Ignite(this DeathCase of, string second = "b", string firstScan = "T1", string secondScan = "T1", DateTimeOffset? at = null)
        => of.StartCremation(new("furnace", "a", second, firstScan, secondScan), Zone, A, at ?? Now);

    public static void ShouldRefuse<T>(this Outcome<T> outcome, Problem with) => outcome.Problem.ShouldBe(with);

    private static DeathCase Then<T>(this DeathCase of, Func<DeathCase, Outcome<T>> step)
    {
        step(of).Problem.ShouldBeNull();
        return of;
    }

    private static Actor Staff(string id) => new(id, id, "x", DataScope.Everything, new HashSet<string>());
}
