using System.Text;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Search;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Archive;

/// <summary>档案: cases that are over, with what each lacks; paged by id, newest first.</summary>
internal sealed class FindArchive(ArchiveShelf shelf) : IQuestion<FindArchive.Request, FindArchive.Reply>
{
    private const int PageSize = 50;

    /// <param name="State">waiting, filed or lacking; all when empty.</param>
    /// <param name="Q">Part of a name, case number or archive number.</param>
    public sealed record Request(string? State = null, string? Q = null, Guid? Before = null);

    public sealed record Row(Guid CaseId, string CaseNumber, string Name, string Kind, DateTimeOffset? OverAt, int Held, int Needed, string Missing, string? Number, DateTimeOffset? FiledAt, DateTimeOffset? RetainUntil);

    public sealed record Reply(IReadOnlyList<Row> Rows, Guid? Next);

    public Permission Permission => FuneralPermissions.ReadArchive;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(request.State) && request.State is not ("waiting" or "filed" or "lacking")) return FuneralProblems.FilterUnknown with { Field = nameof(request.State) };
        if (!(await shelf.RowsAsync(request.State, request.Q, request.Before, PageSize + 1, ct)).Try(out var rows, out var problem)) return problem;
        var more = rows.Count > PageSize;
        if (more) rows.RemoveAt(PageSize);
        return new Reply(rows, more ? rows[^1].CaseId : null);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindArchive, Request, Reply>("/archive");
}

/// <summary>Reads cases that are over and their papers, a page at a time.</summary>
internal sealed class ArchiveShelf(CaseFile file, CaseSearch search)
{
    public async Task<Outcome<List<FindArchive.Row>>> RowsAsync(string? state, string? q, Guid? before, int most, CancellationToken ct)
    {
        var filings = file.Db.ArchiveFilings;
        var cases = file.Db.DeathCases.AsNoTracking().Where(c => !c.IsOpen);
        cases = state switch
        {
            "waiting" => cases.Where(c => !filings.Any(f => f.CaseId == c.Id)),
            "filed" => cases.Where(c => filings.Any(f => f.CaseId == c.Id)),
            "lacking" => cases.Where(c => filings.Any(f => f.CaseId == c.Id && !f.Complete)),
            _ => cases,
        };
        if (q?.Trim() is { Length: > 0 } words)
        {
            var (typed, over) = (words.ToUpperInvariant(), cases);
            if (await filings.AnyAsync(f => f.Number == typed, ct)) cases = cases.Where(c => filings.Any(f => f.CaseId == c.Id && f.Number == typed));
            else if ((await search.QueryAsync(new FindCases.Request(words), ct)).Try(out var meant, out var problem)) cases = meant.Cases.Where(c => over.Any(o => o.Id == c.Id));
            else return problem;
        }
        if (before is { } last) cases = cases.Where(c => c.Id.CompareTo(last) < 0);
        var found = await CaseFile.Whole(cases.OrderByDescending(c => c.Id).Take(most)).ToListAsync(ct);
        found.Sort((a, b) => b.Id.CompareTo(a.Id));
        var ids = found.ConvertAll(c => c.Id);
        var items = await file.Db.ArchiveItems.AsNoTracking().ToListAsync(ct);
        var scanned = (await file.Db.Papers.AsNoTracking().Where(p => ids.Contains(p.CaseId)).Select(p => new { p.CaseId, p.Item }).Distinct().ToListAsync(ct)).ToLookup(p => p.CaseId, p => p.Item);
        var filed = await filings.AsNoTracking().Where(f => ids.Contains(f.CaseId)).ToDictionaryAsync(f => f.CaseId, ct);
        return found.ConvertAll(c =>
        {
            var lines = Completeness.Of(c, items, scanned[c.Id].ToHashSet());
            var filing = filed.GetValueOrDefault(c.Id);
            return new FindArchive.Row(c.Id, c.Number, FindCases.NameOf(c.Name, c.Unidentified), Kind(Completeness.KindOf(c)), c.VoidedAt ?? c.ClosedAt, lines.Count(l => l.Required && l.Held), lines.Count(l => l.Required), filing?.Missing ?? Completeness.Missing(lines), filing?.Number, filing?.FiledAt, filing?.RetainUntil);
        });
    }

    public static string Kind(string kind) => kind switch { "burial" => "土葬", "transfer" => "外运", "void" => "作废", _ => "火化" };
}

/// <summary>导出档案目录 as CSV, at most ten thousand lines; who took it stays in the audit.</summary>
internal sealed class ExportArchive(ArchiveShelf shelf, CaseFile file) : IUseCase<ExportArchive.Request, ExportArchive.Reply>
{
    private const int Most = 10_000;

    public sealed record Request(string? State, string? Q) : IHasReason
    {
        public string Reason => "导出档案目录";
    }

    public sealed record Reply(string Csv, int Lines);

    public Permission Permission => FuneralPermissions.FileArchive;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(request.State) && request.State is not ("waiting" or "filed" or "lacking")) return FuneralProblems.FilterUnknown with { Field = nameof(request.State) };
        var csv = new StringBuilder("档案号,案卷编号,姓名,类别,办结时间,齐备,应有,缺少,归档时间,保管到\r\n");
        var (lines, before) = (0, (Guid?)null);
        while (lines < Most)
        {
            if (!(await shelf.RowsAsync(request.State, request.Q, before, 500, ct)).Try(out var page, out var problem)) return problem;
            if (page.Count == 0) break;
            foreach (var r in page)
                csv.AppendJoin(',', new[] { r.Number ?? "", r.CaseNumber, r.Name, r.Kind, Stamp(r.OverAt), Text(r.Held), Text(r.Needed), r.Missing, Stamp(r.FiledAt), Stamp(r.RetainUntil) }.Select(CsvCell.Of)).Append("\r\n");
            (lines, before) = (lines + page.Count, page[^1].CaseId);
        }
        return new Reply(csv.ToString(), lines);
    }

    private string Stamp(DateTimeOffset? at) => at is { } when ? ChineseTime.Stamp(when, file.Zone) : "";

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/archive/export", async ([FromForm] string? state, [FromForm] string? q, Gate gate, ExportArchive useCase, CancellationToken ct) =>
    {
        var outcome = await gate.RunAsync(useCase, new Request(state, q), null, ct);
        return outcome.Try(out var reply, out var problem) ? Results.File(CsvFile.Of(reply.Csv), CsvFile.Media, "archive.csv") : Answers.Of(problem);
    }).WithName(nameof(ExportArchive)).DisableAntiforgery().ProducesProblem(403);
}
