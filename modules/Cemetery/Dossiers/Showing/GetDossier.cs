using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Dossiers.Filing;
using Anmin.Cemetery.Dossiers.Papers;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Showing;

/// <summary>一墓一档 of one position: of the right that holds it, or of an earlier one; without any right in force, of the latest.</summary>
internal sealed class GetDossier(DossierDesk desk) : IQuestion<GetDossier.Request, GetDossier.Reply>
{
    public sealed record Request(Guid PositionId, Guid? RightId = null);

    /// <param name="Says">What the platform made itself: a number, or how many; empty where it made nothing.</param>
    public sealed record Line(string Item, string Name, bool Required, bool Applies, bool Present, int Need, int Made, int Scans, int Weight, string Says, string Retention, string Source);

    public sealed record Paper(Guid Id, string Item, string Name, string? Title, string FileName, string Media, int Size, string Hash, int Edition, int Turn, PaperState State, string? Reason, string? LateFor, DateTimeOffset At, string By);

    public sealed record Person(string Name, DateOnly? DiedOn, DateOnly? InterredOn, DateOnly? RemovedOn, string? Certificate);

    public sealed record Term(int Seq, DateOnly From, DateOnly Until, long Fen);

    public sealed record Facts(string Position, string PositionCode, string Institution, RightKind Kind, RightState State, string? Number, string? Certificate, string? Holder, string? HolderId, string? HolderPhone, string? Relation, RightBasis? Basis, string? BasisNumber, string? User,
        DateOnly? SignedOn, DateOnly? TermUntil, DateOnly? CarePaidUntil, long UseFen, long CareFenPerYear, DateOnly? EndedOn, RightEnding? Ending, DateOnly? DisputedSince);

    public sealed record Filing(Guid Id, FilingState State, string? Number, string Missing, string? Reason, string AskedBy, string AskedById, DateTimeOffset AskedAt, string? DecidedBy, DateTimeOffset? DecidedAt, string? Answer, DateTimeOffset? RetainUntil);

    public sealed record Letter(Guid Id, string Number, string Items, DateOnly DueOn, DateTimeOffset SentAt, string SentBy, bool Told, DateOnly? AnsweredOn, string? Answer);

    public sealed record Other(Guid RightId, string Number, RightState State);

    public sealed record Reply(Guid Id, Guid PositionId, Facts Of, int Score, string Missing, string MissingNames, IReadOnlyList<Line> Lines, IReadOnlyList<Paper> Papers, IReadOnlyList<Person> People, IReadOnlyList<Term> Terms, Filing? Filed, IReadOnlyList<Letter> Letters, IReadOnlyList<Other> Others)
    {
        public bool IsFiled => Filed?.State == FilingState.Filed;

        public IEnumerable<Paper> Current => Papers.Where(p => p.State == PaperState.Current);
    }

    public Permission Permission => CemeteryPermissions.ReadDossiers;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var db = desk.Cemetery.Db;
        var all = await db.Dossiers.AsNoTracking().Where(d => d.PositionId == request.PositionId).OrderBy(d => d.Standing).ThenByDescending(d => d.Id).Select(d => d.Id).ToListAsync(ct);
        var id = request.RightId is { } asked ? all.Find(d => d == asked) : all.FirstOrDefault();
        if (id == Guid.Empty || !(await desk.OpenAsync(id, ct)).Try(out var opened, out _)) return DossierProblems.None;
        desk.Cemetery.Context.About(id, "查看一墓一档");
        return await ReadAsync(opened, all, ct);
    }

    public async Task<Reply> ReadAsync(OpenedDossier opened, IReadOnlyList<Guid> all, CancellationToken ct)
    {
        var (db, cemetery, right, id) = (desk.Cemetery.Db, desk.Cemetery, opened.Right, opened.Right.Id);
        var lines = await desk.ChecklistAsync(id, ct);
        var names = await desk.ItemNamesAsync(ct);
        var papers = await db.DossierPapers.AsNoTracking().Where(p => p.DossierId == id).OrderBy(p => p.Id).ToListAsync(ct);
        var people = await db.Interments.AsNoTracking().Where(i => i.RightId == id).OrderBy(i => i.Id).ToListAsync(ct);
        var filing = await db.DossierFilings.AsNoTracking().Where(f => f.DossierId == id).OrderByDescending(f => f.Id).FirstOrDefaultAsync(ct);
        var letters = await db.GapLetters.AsNoTracking().Where(l => l.DossierId == id).OrderByDescending(l => l.Id).ToListAsync(ct);
        var others = await db.PlotRights.AsNoTracking().Where(r => all.Contains(r.Id) && r.Id != id && r.Number != null).OrderByDescending(r => r.Id).Select(r => new Other(r.Id, r.Number!, r.State)).ToListAsync(ct);
        var counted = Checklist.Count(lines);
        return new Reply(id, opened.Position.Id, await FactsAsync(opened, ct), counted.Score, counted.Missing, DossierDesk.Names(counted.Missing, names),
            [.. lines.Select(l => new Line(l.Item.Id, l.Item.Name, l.Item.Required, l.Applies, l.Present, l.Need, l.Made, l.Scans, l.Item.Weight, Says(l, right), l.Item.Retention, l.Item.Source))],
            papers.ConvertAll(p => new Paper(p.Id, p.Item, names.GetValueOrDefault(p.Item, p.Item), p.Title, p.FileName, p.Media, p.Size, p.Hash, p.Edition, p.Turn, p.State, p.StateReason, p.LateFor, p.At, cemetery.StaffName(p.By))),
            people.ConvertAll(i => new Person(i.PersonName.Text, i.DiedOn, i.InterredOn, i.RemovedOn, i.CremationCertificate)),
            [.. right.Terms.OrderBy(t => t.Seq).Select(t => new Term(t.Seq, t.From, t.Until, t.Fen))],
            filing is null ? null : new(filing.Id, filing.State, filing.Number, DossierDesk.Names(filing.Missing, names), filing.Reason, cemetery.StaffName(filing.AskedBy), filing.AskedBy, filing.AskedAt, filing.DecidedBy is null ? null : cemetery.StaffName(filing.DecidedBy), filing.DecidedAt, filing.Answer, filing.RetainUntil),
            letters.ConvertAll(l => new Letter(l.Id, l.Number, DossierDesk.Names(l.Items, names), l.DueOn, l.SentAt, cemetery.StaffName(l.SentBy), l.Told, l.AnsweredOn, l.Answer)), others);
    }

    private async Task<Facts> FactsAsync(OpenedDossier opened, CancellationToken ct)
    {
        var r = opened.Right;
        return new(await desk.Cemetery.NameOfAsync(opened.Position, ct), opened.Position.Code, desk.Cemetery.Institution(r.Institution)?.Name ?? "", r.Kind, r.State, r.Number, r.Certificate, r.HolderName?.Text, r.HolderId?.ToString(), r.HolderPhone?.ToString(), r.Relation, r.Basis, r.BasisNumber, r.UserName?.Text,
            r.SignedOn, r.TermUntil, r.CarePaidUntil, r.UseFen, r.CareFenPerYear, r.EndedOn, r.Ending, r.DisputedSince);
    }

    private static string Says(ChecklistLine line, PlotRight right) => line.Made == 0 ? "" : line.Item.Shown switch
    {
        ItemShown.Contract => $"本系统合同 {right.Number}",
        ItemShown.Certificate => $"本系统证书 {right.Certificate}",
        ItemShown.Case => $"本系统案卷 {line.Made} 位",
        _ => "",
    };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetDossier, Request, Reply>("/cemetery/dossier");
}
