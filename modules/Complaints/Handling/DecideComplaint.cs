using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Complaints.Handling;

/// <summary>受理: the clock of the answer begins, and the person is told.</summary>
internal sealed class AcceptComplaint(ComplaintsDesk desk) : IUseCase<AcceptComplaint.Request, Done>
{
    public sealed record Request(Guid Id);

    public Permission Permission => ComplaintsPermissions.HandleComplaint;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.Id, ct)).Try(out var complaint, out var problem)) return problem;
        if (!desk.Rules.Due("complaint.decide", complaint.Division, desk.Now).Try(out var due, out problem)) return problem;
        if (!complaint.Accept(due, desk.By, desk.Now).Try(out _, out problem)) return problem;
        await desk.TellAsync(complaint, "已受理", ct);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AcceptComplaint, Request, Done>("/complaints/accept");
}

/// <summary>不予受理: with a reason of the list and whom to ask instead.</summary>
internal sealed class RefuseComplaint(ComplaintsDesk desk, Reading reading, DictionaryBook dictionary) : IUseCase<RefuseComplaint.Request, Done>
{
    /// <param name="Reason">A code of the list 不予受理的原因.</param>
    /// <param name="Words">Whom to ask, as the complainant reads it.</param>
    public sealed record Request(Guid Id, string? Reason, string? Words);

    public Permission Permission => ComplaintsPermissions.HandleComplaint;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!dictionary.Offered(ComplaintsLists.Refusal).Any(r => r.Code == request.Reason)) reading.Refuse(ComplaintsProblems.ReasonNeeded);
        var words = reading.Text(Filing.FileComplaint.OneLine(request.Words), nameof(request.Words), "该找谁", 300);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.Id, ct)).Try(out var complaint, out var problem)) return problem;
        if (!complaint.Refuse(request.Reason!, words!, desk.By, desk.Now).Try(out _, out problem)) return problem;
        await desk.TellAsync(complaint, "不予受理，请看原因", ct);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RefuseComplaint, Request, Done>("/complaints/refuse");
}

/// <summary>转办 to another bureau of the city; the level above may fetch one, too.</summary>
internal sealed class PassOnComplaint(ComplaintsDesk desk) : IUseCase<PassOnComplaint.Request, Done>
{
    /// <param name="To">Division of the bureau.</param>
    public sealed record Request(Guid Id, string? To);

    public Permission Permission => ComplaintsPermissions.HandleComplaint;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!desk.IsBureau(request.To)) return ComplaintsProblems.NoBureau;
        return (await desk.OpenAsync(request.Id, ct)).Try(out var complaint, out var problem) ? complaint.PassOn(request.To!, desk.By) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<PassOnComplaint, Request, Done>("/complaints/pass-on");
}

/// <summary>延期: once, with a reason the person is told.</summary>
internal sealed class ExtendComplaint(ComplaintsDesk desk, Reading reading) : IUseCase<ExtendComplaint.Request, Done>
{
    public sealed record Request(Guid Id, string? ExtensionReason);

    public Permission Permission => ComplaintsPermissions.HandleComplaint;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(Filing.FileComplaint.OneLine(request.ExtensionReason), nameof(request.ExtensionReason), "延期的理由", 200);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.Id, ct)).Try(out var complaint, out var problem)) return problem;
        // a due instant is 00:00 of the day after: the days are added to the last day itself
        if (!desk.Rules.Due("complaint.extend", complaint.Division, (complaint.DecideDue ?? desk.Now).AddTicks(-1)).Try(out var due, out problem)) return problem;
        if (!complaint.Extend(reason!, due, desk.By).Try(out _, out problem)) return problem;
        await desk.TellAsync(complaint, "要延期答复", ct);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ExtendComplaint, Request, Done>("/complaints/extend");
}
