using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Furnaces;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Cremations;

/// <summary>
/// 开始火化 by the second operator, under their own sign-in and with their own scan, after the first one's <see cref="CheckTag"/>.
/// Whatever is missing blocks, and nobody can wave it through alone.
/// </summary>
internal sealed class StartCremation(CaseFile file, Reading reading, FreshScan scans, FurnaceDesk furnaces) : IUseCase<StartCremation.Request, StartCremation.Reply>
{
    public sealed record Request(Guid CaseId, string Cremator, string SecondScan);

    public sealed record Reply(Guid CremationId, DateTimeOffset StartedAt);

    public Permission Permission => FuneralPermissions.StartCremation;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var scan = reading.Text(request.SecondScan, nameof(request.SecondScan), "第二人扫的标签", 40);
        if (reading.Problem is { } bad) return bad;
        if (!TagText.Read(scan).Try(out scan, out var problem)) return problem with { Field = nameof(request.SecondScan) };
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out problem)) return problem;
        if (!(await furnaces.FindAsync(opened.Institution, request.Cremator, ct)).Try(out _, out problem)) return problem;
        if (!(await scans.FindAsync(opened.Id, opened.Remains!.Since, opened.Division, ct)).Try(out var first, out problem)) return problem;
        var ignition = new DeathCase.Ignition(request.Cremator, first.Operator, file.By.Id, first.Tag, scan);
        if (!opened.StartCremation(ignition, file.Zone, file.By, file.Now).Try(out var cremation, out problem)) return problem;
        if (!(await furnaces.TakeAsync(opened, request.Cremator, ct)).Try(out _, out problem)) return problem;
        file.Db.Add(cremation);
        return new Reply(cremation.Id, cremation.StartedAt);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<StartCremation, Request, Reply>("/cremations");
}

/// <summary>结束火化: the ashes get their container and number in the same step, so they are never without one.</summary>
internal sealed class FinishCremation(CaseFile file, FurnaceDesk furnaces) : IUseCase<FinishCremation.Request, FinishCremation.Reply>
{
    public sealed record Request(Guid CaseId);

    public sealed record Reply(string AshesNumber, DateTimeOffset FinishedAt, DateTimeOffset? CertificateDueAt);

    public Permission Permission => FuneralPermissions.FinishCremation;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.Cremation is null) return FuneralProblems.CremationNotStarted;
        if (!(await file.NumberAsync("ashes", opened.Institution, ct)).Try(out var number, out problem)) return problem;
        if (!opened.FinishCremation(number, file.By, file.Now).Try(out var ashes, out problem)) return problem;
        opened.SetUnclaimedClock(file.Rules.DueOrNone(opened.Unidentified ? "ashes.unclaimed.nameless" : "ashes.unclaimed", opened.Division, file.Now));
        if (!(await furnaces.LetGoAsync(opened, ct)).Try(out _, out problem)) return problem;
        file.Db.Add(ashes);
        file.Context.Announce(new CremationCompleted(opened.Id, opened.Cremation.Id, opened.Institution!, file.Now));
        return new Reply(number, file.Now, file.Rules.DueOrNone("certificate.issue.deadline", opened.Division, file.Now));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<FinishCremation, Request, Reply>("/cremations/finish");
}
