using Anmin.Funeral.Cases;
using Anmin.Funeral.Furnaces;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Cremations;

/// <summary>第一人核对: the first operator's scan under their own sign-in. Kept until the second operator's; a later move of the body ends it.</summary>
internal sealed class FirstScan
{
    public required Guid CaseId { get; init; }

    public required string Operator { get; set; }

    public required string Tag { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>第一人核对腕带, before the second is called. A tag of somebody else is refused and stays in the audit.</summary>
internal sealed class CheckTag(CaseFile file, Reading reading) : IUseCase<CheckTag.Request, CheckTag.Reply>
{
    public sealed record Request(Guid CaseId, string FirstScan);

    /// <param name="Operator">Who has scanned; the second must be somebody else.</param>
    public sealed record Reply(string Operator, DateTimeOffset At);

    public Permission Permission => FuneralPermissions.StartCremation;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var scan = reading.Text(request.FirstScan, nameof(request.FirstScan), "腕带号码", 40);
        if (reading.Problem is { } bad) return bad;
        if (!TagText.Read(scan).Try(out scan, out var problem)) return problem with { Field = nameof(request.FirstScan) };
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out problem)) return problem;
        if (!opened.NoteFirstScan(scan, file.By).Try(out _, out problem)) return problem with { Field = nameof(request.FirstScan) };
        var kept = await file.Db.FirstScans.FindAsync([opened.Id], ct);
        if (kept is null) file.Db.Add(new FirstScan { CaseId = opened.Id, Operator = file.By.Id, Tag = scan, At = file.Now });
        else (kept.Operator, kept.Tag, kept.At) = (file.By.Id, scan, file.Now);
        return new Reply(file.By.Id, file.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CheckTag, Request, Reply>("/cremations/check-tag");
}
