using Anmin.Funeral.Desk;
using Anmin.Funeral.Arrangement;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Signatures;
using Anmin.Funeral.Tests.Entities;
using Anmin.Kernel.Outcomes;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.Desk;

/// <summary>Random orders of quoting, signing and changing: never two that hold, never a signed one touched.</summary>
public sealed class EditionWalkTests
{
    [Theory]
    [InlineData(1), InlineData(20260415), InlineData(77)]
    public void No_order_of_quoting_and_signing_leaves_two_editions_in_force(int seed)
    {
        var signedEver = 0;
        for (var walk = 0; walk < 300; walk++)
        {
            var random = new Random(seed + walk);
            var of = Someone.Proven();
            var all = new List<ArrangementVersion>();
            var frozen = new Dictionary<Guid, string>();
            for (var step = 0; step < 40; step++)
            {
                var before = ArrangementVersion.Current(all);
                if (random.Next(3) > 0)
                {
                    var choice = Choice(random);
                    var quoted = of.Quote(all, choice, new($"Q{all.Count}", $"C{all.Count}", Someone.Now), "fh-1", Someone.A);
                    var same = before is not null && ArrangementVersion.Choice.Of(before).SameAs(choice);
                    quoted.Ok.ShouldBe(!same);
                    if (quoted.Try(out var version, out _)) all.Add(version);
                }
                else if (all.Count > 0)
                {
                    var version = all[random.Next(2) == 0 ? all.Count - 1 : random.Next(all.Count)];
                    var state = version.State;
                    var signed = Sign(of, version, random.Next(4) == 0);
                    if (state != ArrangementState.Quoted) signed.Ok.ShouldBeFalse("what is signed or withdrawn is not signed again");
                    if (signed.Ok) (signedEver, frozen[version.Id]) = (signedEver + 1, Print(version));
                }
                Laws(all, frozen);
            }
        }
        signedEver.ShouldBeGreaterThan(500);
    }

    private static void Laws(List<ArrangementVersion> all, Dictionary<Guid, string> frozen)
    {
        all.Count(v => v.State == ArrangementState.Quoted).ShouldBeLessThanOrEqualTo(1);
        var signed = all.Where(v => v.State == ArrangementState.Signed).ToList();
        signed.Count(v => v.Replaces is null).ShouldBe(signed.Count == 0 ? 0 : 1);
        signed.Where(v => v.Replaces is not null).Select(v => v.Replaces).Distinct().Count().ShouldBe(Math.Max(0, signed.Count - 1));
        var current = ArrangementVersion.Current(all);
        (current is null).ShouldBe(signed.Count == 0);
        if (current is not null) current.Edition.ShouldBe(signed.Max(v => v.Edition));
        all.Select(v => v.Edition).ShouldBe(Enumerable.Range(1, all.Count));
        foreach (var (id, text) in frozen) Print(all.Single(v => v.Id == id)).ShouldBe(text);
    }

    private static Outcome<Done> Sign(DeathCase of, ArrangementVersion version, bool oneMissing)
    {
        SignedPaper Paper(PaperKind kind) => SignedPaper.Sign(of.Id, version.Id, new(kind, "n", "t", "shown"), of.Handlers[0].Id, null, null, Someone.A, Someone.Now);
        return of.SignArrangement(version, Paper(PaperKind.Quotation), Paper(oneMissing ? PaperKind.PhotoConsent : PaperKind.ServiceContract), of.Handlers[0].Id, Someone.Now);
    }

    private static ArrangementVersion.Choice Choice(Random random) => new(
        Disposition.Cremation, null, null, null, random.Next(3), null, null, FurnaceKind.Any, BoneHandling.Whole, random.Next(2) == 0, "", [.. Enumerable.Range(0, random.Next(3)).Select(i => new ArrangementVersion.ChosenItem($"i{i}", "项", "个", "Basic", 1 + random.Next(2), random.Next(2) == 0 ? null : 100, ""))]);

    private static string Print(ArrangementVersion v) => $"{v.Edition} {v.State} {v.Number} {v.People} {v.OwnUrn} {v.SignedAt:O} {string.Join(',', v.Items.Select(i => $"{i.Code}{i.Quantity}{i.Fen}"))}";
}

public sealed class SignatureImageTests
{
    [Theory]
    [InlineData(null), InlineData(""), InlineData("data:image/jpeg;base64,AAAA"), InlineData("data:image/png;base64,AAAA"), InlineData("data:image/png;base64,***"), InlineData("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwC")]
    public void Refuses_what_only_calls_itself_a_png(string? data) => SignatureImage.Read(data).Problem.ShouldNotBeNull();

    [Fact]
    public void Takes_a_png_and_refuses_one_too_large_or_too_wide()
    {
        SignatureImage.Read(AtTheDesk.Dot).Ok.ShouldBeTrue();
        SignatureImage.Read("data:image/png;base64," + new string('A', 70_000)).Problem.ShouldBe(SignatureProblems.TooLarge);
        var wide = Convert.FromBase64String(AtTheDesk.Dot["data:image/png;base64,".Length..]);
        wide[17] = 0xFF;
        SignatureImage.Read("data:image/png;base64," + Convert.ToBase64String(wide)).Problem.ShouldBe(SignatureProblems.NotPng);
    }
}
