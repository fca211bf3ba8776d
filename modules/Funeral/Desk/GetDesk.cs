using Anmin.Funeral.Arrangement;
using System.Globalization;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Evidence;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Signatures;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Desk;

/// <summary>Everything the desk shows: the draft's fields (or what stands signed), what may be chosen, what else is begun.</summary>
/// <param name="Fields">By name; what a new page starts with.</param>
/// <param name="Known">Facts the case has already, masked; they are shown and not asked.</param>
/// <param name="Changes">How the fields differ from the signed edition; empty without one.</param>
/// <param name="Signed">Kinds of papers that need no further signature.</param>
internal sealed record DeskView(
    Guid DraftId, DateTimeOffset? SavedAt, Guid? CaseId, string? CaseNumber, IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string> Known,
    IReadOnlyList<OfferedItem> Items, IReadOnlyList<DeskView.Handler> Handlers, IReadOnlyList<DeskView.Thing> Halls, IReadOnlyList<DeskView.Thing> Cremators,
    IReadOnlyList<string> Issuers, IReadOnlyList<DeskView.Draft> Drafts, DeskView.Edition? Current, DeskView.Edition? Waiting, IReadOnlyList<string> Changes, string Home, bool InHome, bool Proven)
{
    internal sealed record Handler(Guid Id, string Name, string Relation);

    internal sealed record Thing(string Id, string Name);

    internal sealed record Draft(Guid Id, string? CaseNumber, string Name, DateTimeOffset UpdatedAt);

    internal sealed record Edition(int Number, string Quotation, DateTimeOffset At);
}

/// <summary>业务洽谈页.</summary>
internal sealed class GetDesk(CaseFile file, DeskDrafts drafts, DeskAtHand desk, ItemBook items, ResourceBook things) : IQuestion<GetDesk.Request, DeskView>
{
    /// <param name="CaseNumber">Empty for a case still to be opened.</param>
    /// <param name="Fresh">Begin a new one though another is unfinished.</param>
    public sealed record Request(string? CaseNumber, Guid? Draft, bool Fresh);

    public Permission Permission => FuneralPermissions.Arrange;

    public async Task<Outcome<DeskView>> HandleAsync(Request request, CancellationToken ct)
    {
        if (file.By.Institution is not { } home || file.Institution(home) is not { Kind: "funeral-home" } house) return ArrangementProblems.HomeNeeded;
        DeathCase? opened = null;
        if (request.CaseNumber is { Length: > 0 } number)
        {
            var id = await file.Db.DeathCases.Where(c => c.Number == number).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct);
            if (id is null) return ArrangementProblems.CaseNeeded;
            if (!(await file.OpenAsync(id.Value, ct)).Try(out opened, out var problem)) return problem;
        }
        var begun = await BegunAsync(ct);
        var draft = opened is not null ? await drafts.OfCaseAsync(opened.Id, ct) : request.Draft is { } chosen ? await drafts.FindAsync(chosen, ct) : request.Fresh ? null : begun.Find(d => d.CaseId is null);
        var versions = await desk.VersionsAsync(opened?.Id, ct);
        var (current, open) = (ArrangementVersion.Current(versions), ArrangementVersion.Open(versions));
        var start = open ?? current;
        var fields = draft?.Fields() ?? (start is null ? [] : Fields(start));
        var place = opened?.Institution ?? home;
        return new DeskView(
            draft?.Id ?? Guid.CreateVersion7(), draft?.UpdatedAt, opened?.Id, opened?.Number, fields, opened is null ? new Dictionary<string, string>() : Known(opened), items.On(file.Today),
            [.. (opened?.Handlers ?? []).OrderBy(h => h.Rank).Select(h => new DeskView.Handler(h.Id, h.Name?.Text ?? "", h.Relation))], Things(place, "hall"), Things(place, "cremator"), await IssuersAsync(ct),
            [.. begun.Where(d => d.Id != draft?.Id).Select(d => new DeskView.Draft(d.Id, null, d.Fields().GetValueOrDefault("Name", "姓名未填"), d.UpdatedAt))], Told(current), Told(open),
            current is null || start is null ? [] : ArrangementChanges.Between(ArrangementVersion.Choice.Of(current), ArrangementVersion.Choice.Of(start), things, file.Zone), house.Name, opened?.Remains?.InHome is true, opened?.HasValidEvidence is true);
    }

    private Task<List<DeskDraft>> BegunAsync(CancellationToken ct)
        => file.Db.Set<DeskDraft>().AsNoTracking().Where(d => d.Owner == file.By.Id && d.CaseId == null).OrderByDescending(d => d.UpdatedAt).Take(20).ToListAsync(ct);

    /// <summary>Who certified deaths lately, the most usual first: chosen by key instead of typed.</summary>
    private async Task<IReadOnlyList<string>> IssuersAsync(CancellationToken ct)
    {
        var recent = await file.Db.Set<DeathEvidence>().AsNoTracking().Where(e => file.Db.Set<DeathCase>().Any(c => c.Id == e.CaseId)).OrderByDescending(e => e.Id).Take(200).Select(e => e.Issuer).ToListAsync(ct);
        return [.. recent.GroupBy(i => i).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(12).Select(g => g.Key)];
    }

    private List<DeskView.Thing> Things(string home, string kind) => [.. things.OfInstitution(home).Where(t => t.Kind == kind).Select(t => new DeskView.Thing(t.Id, Name(t)))];

    private static string Name(Bookable t) => t.Kind == "hall" ? $"{t.Name}（{t.Size}人）" : $"{t.Name}（{(t.Variant == "carriage" ? "捡灰炉" : "平板炉")}）";

    private static DeskView.Edition? Told(ArrangementVersion? v) => v is null ? null : new(v.Edition, v.Number, v.SignedAt ?? v.QuotedAt);

    private Dictionary<string, string> Known(DeathCase c)
    {
        var known = new Dictionary<string, string>();
        if (c.Name is { } name) known["Name"] = name.Text;
        if (c.PersonId is { IsKnown: true } id) known["IdNumber"] = id.Masked;
        if (c.Sex is Sex.Male or Sex.Female) known["Sex"] = c.Sex.Label();
        if (c.BirthDate is { } born) known["BirthDate"] = born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (c.DiedAt is { } died) known["DiedAt"] = Local(died);
        if (c.AgeAtDeath(file.Zone) is { } age) known["Age"] = $"{age}岁";
        if (c.Evidence.FirstOrDefault() is { } paper) known["EvidenceNumber"] = "末四位 " + paper.Number[^Math.Min(4, paper.Number.Length)..];
        return known;
    }

    private Dictionary<string, string> Fields(ArrangementVersion v)
    {
        var fields = new Dictionary<string, string>
        {
            ["Disposition"] = v.Disposition.ToString(),
            ["Furnace"] = v.Furnace.ToString(),
            ["Bones"] = v.Bones.ToString(),
        };
        if (v.OwnUrn) fields["OwnUrn"] = "true";
        if (v.Wishes.Length > 0) fields["Wishes"] = v.Wishes;
        if (v.People > 0) fields["People"] = v.People.ToString(CultureInfo.InvariantCulture);
        if (v.Hall is { } hall) fields["Hall"] = hall;
        if (v.FarewellAt is { } farewell) fields["FarewellAt"] = Local(farewell);
        if (v.Cremator is { } cremator) fields["Cremator"] = cremator;
        if (v.CremationAt is { } cremation) fields["CremationAt"] = Local(cremation);
        foreach (var item in v.Items) fields[DeskForm.ItemPrefix + item.Code] = item.Quantity.ToString(CultureInfo.InvariantCulture);
        return fields;
    }

    private string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, file.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
