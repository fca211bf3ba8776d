using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Holds;

/// <summary>暂停处置: from now nothing that cannot be undone.</summary>
internal sealed class PlaceHold(CaseFile file, Reading reading) : IUseCase<PlaceHold.Request, PlaceHold.Reply>
{
    public sealed record Request(Guid CaseId, HoldKind Kind, string Reason);

    public sealed record Reply(Guid HoldId);

    public Permission Permission => FuneralPermissions.PlaceHold;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "暂停原因", 300);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        return opened.PlaceHold(request.Kind, reason!, file.By, file.Now).Try(out var hold, out problem) ? new Reply(hold.Id) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<PlaceHold, Request, Reply>("/cases/holds");
}

/// <summary>解除暂停, by somebody other than who placed it.</summary>
internal sealed class LiftHold(CaseFile file, Reading reading) : IUseCase<LiftHold.Request, Done>
{
    public sealed record Request(Guid CaseId, Guid HoldId, string Reason);

    public Permission Permission => FuneralPermissions.LiftHold;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "解除原因", 300);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        return opened.LiftHold(request.HoldId, reason!, file.By, file.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<LiftHold, Request, Done>("/cases/holds/lift");
}
