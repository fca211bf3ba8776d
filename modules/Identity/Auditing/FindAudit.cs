using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Auditing;

/// <summary>操作日志: who did what, to whose data, when, why, from where. Newest first, paged by key.</summary>
internal sealed class FindAudit(AuditFilter filter) : IQuestion<FindAudit.Request, FindAudit.Reply>
{
    public const int PageSize = 50;

    /// <param name="Who">Id or exact name of the person.</param>
    /// <param name="What">Permission code or use case.</param>
    /// <param name="Subject">Whose data: number of the case, exact name of the deceased, or the record's id.</param>
    /// <param name="From">First day, in the city's time.</param>
    /// <param name="Until">Last day, in the city's time.</param>
    /// <param name="Refused">Only what was refused.</param>
    /// <param name="Before">Id of the last row seen.</param>
    /// <param name="Why">Characters of the reason.</param>
    /// <param name="Device">Characters of the address or the device's name.</param>
    public sealed record Request(string? Who = null, string? What = null, string? Subject = null, string? From = null, string? Until = null, bool? Refused = null, Guid? Before = null, string? Why = null, string? Device = null, AuditKind? Kind = null);

    public sealed record Row(Guid Id, DateTimeOffset At, string ActorId, string ActorName, string Post, string UseCase, string Permission, Guid? Subject, string Result, string? Reason, string? ScopeLift, string Device)
    {
        public RecordName? Record { get; init; }
    }

    /// <param name="Next">For the next page's <c>Before</c>; null on the last.</param>
    /// <param name="Records">What <c>Subject</c> was found to be.</param>
    public sealed record Reply(IReadOnlyList<Row> Rows, Guid? Next, IReadOnlyList<RecordName> Records);

    public Permission Permission => IdentityPermissions.ReadAudit;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await filter.ReadAsync(request, ct)).Try(out var chosen, out var problem)) return problem;
        var rows = request.Before is { } before ? chosen.Rows.Where(a => a.Id.CompareTo(before) < 0) : chosen.Rows;
        var page = await ShapeAsync(rows.OrderByDescending(a => a.Id).Take(PageSize + 1), ct);
        return page.Count > PageSize ? new Reply(page[..PageSize], page[PageSize - 1].Id, chosen.Records) : new Reply(page, null, chosen.Records);
    }

    internal async Task<List<Row>> ShapeAsync(IQueryable<AuditRow> rows, CancellationToken ct)
    {
        var read = await rows.Select(a => new Row(a.Id, a.At, a.ActorId, a.ActorName, a.Post, a.UseCase, a.Permission, a.Subject, a.Result, a.Reason, a.ScopeLift, a.Device)).ToListAsync(ct);
        var names = await filter.NamesAsync(read.Where(r => r.Subject is not null).Select(r => r.Subject!.Value), ct);
        return [.. read.Select(r => r.Subject is { } id && names.TryGetValue(id, out var record) ? r with { Record = record } : r)];
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindAudit, Request, Reply>("/audit");
}
