using Anmin.Funeral.Desk;
using Anmin.Funeral.Arrangement;
using Anmin.Funeral.Belongings;
using Anmin.Funeral.Signatures;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Cases;

/// <summary>What is settled at the desk: quoted, signed, changed by a further edition.</summary>
internal sealed partial class DeathCase
{
    /// <param name="all">Every edition of this case so far; one that waits for a signature gives way.</param>
    public Outcome<ArrangementVersion> Quote(IReadOnlyCollection<ArrangementVersion> all, ArrangementVersion.Choice choice, ArrangementVersion.Numbers numbers, string institution, Actor by)
    {
        if (Blocked(holdsMatter: false) is { } blocked) return blocked;
        if (choice.Disposition is not (Disposition.Cremation or Disposition.Burial)) return FuneralProblems.DispositionNeeded;
        if (Contract is not null && Contract.Disposition != choice.Disposition) return ArrangementProblems.DispositionSettled;
        var current = ArrangementVersion.Current(all);
        if (current is not null)
        {
            var before = ArrangementVersion.Choice.Of(current);
            if (before.SameAs(choice)) return ArrangementProblems.NothingChanged;
            if (Cremation is not null && !SameRite(before, choice)) return ArrangementProblems.Cremated;
        }
        if (ArrangementVersion.Open(all) is { } open)
        {
            if (!open.Withdraw().Try(out _, out var stays)) return stays;
            Note("arrangement.withdrawn", new { open.Id, open.Edition, open.Number });
        }
        var version = ArrangementVersion.Quote(Id, institution, all.Count + 1, current?.Id, choice, numbers, by.Id);
        Note("arrangement.quoted", new { version.Id, version.Edition, version.Number, version.Replaces, Items = version.Items.Select(i => new { i.Code, i.Quantity, i.Fen }), version.Hall, version.FarewellAt, version.Cremator, version.CremationAt });
        return version;
    }

    private static bool SameRite(ArrangementVersion.Choice a, ArrangementVersion.Choice b)
        => (a.Disposition, a.Hall, a.FarewellAt, a.People, a.Cremator, a.CremationAt, a.Furnace, a.Bones) == (b.Disposition, b.Hall, b.FarewellAt, b.People, b.Cremator, b.CremationAt, b.Furnace, b.Bones);

    /// <summary>The 经办人's signature under quotation and contract of one edition.</summary>
    public Outcome<Done> SignArrangement(ArrangementVersion version, SignedPaper quotation, SignedPaper contract, Guid handler, DateTimeOffset now)
    {
        if (Blocked(holdsMatter: true) is { } blocked) return blocked;
        if (!Handlers.Exists(h => h.Id == handler)) return FuneralProblems.HandlerMissing;
        if (!version.Sign(quotation, contract, handler, now).Try(out _, out var problem)) return problem;
        Note("arrangement.signed", new { version.Id, version.Edition, version.Number, version.ContractNumber, handler });
        return Done.It;
    }

    /// <summary>Which text was signed and how; the text itself is sealed.</summary>
    public void NoteSigned(SignedPaper paper) => Note("paper.signed", new { paper.Id, Kind = paper.Kind.ToString(), paper.Number, paper.TextVersion, paper.ShownHash, Way = paper.Way.ToString(), paper.ImageHash });

    /// <summary>What came with the body, and where it went; by line, never by what it may be worth.</summary>
    public Outcome<Done> NoteBelongings(string what, IReadOnlyList<Belonging> things)
    {
        if (VoidedAt is not null) return FuneralProblems.CaseEnded;
        Note(what, new { Lines = things.Select(t => t.Line), Things = Commit(string.Join('\n', things.Select(t => $"{t.Name} {t.Quantity} {t.Feature}"))) });
        return Done.It;
    }
}
