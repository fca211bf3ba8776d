using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Stays;

/// <summary>登记存放延期: the 经办人 asks, says why and signs; how long and how often is the city's rule.</summary>
internal sealed class ExtendStay(CaseFile file, Reading reading, StayDesk desk, StayClocks clocks) : IUseCase<ExtendStay.Request, ExtendStay.Reply>
{
    /// <param name="Handler">The 经办人 who signed.</param>
    /// <param name="Until">Last day of the longer stay.</param>
    public sealed record Request(Guid CaseId, Guid? Handler, string? Reason, string? Until, bool Signed);

    public sealed record Reply(string Number, DateTimeOffset Until);

    public Permission Permission => FuneralPermissions.ExtendStay;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "延期原因", 300);
        var day = reading.Day(request.Until, nameof(request.Until), "延期到");
        if (request.Handler is null) reading.Refuse(StayProblems.HandlerUnknown);
        if (!request.Signed) reading.Refuse(FuneralProblems.ContractMissing with { Field = nameof(request.Signed), Message = "延期申请要经办人签名。请先请经办人签名。" });
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.CaseId, ct)).Try(out var at, out var problem)) return problem;
        if (at.Case.NotStaying() is { } gone) return gone;
        if (at.Overdue is { State: OverdueState.Signed }) return StayProblems.AlreadySigned;
        if (!(await desk.DueAsync(at.Case, ct)).Try(out var due, out problem)) return problem;
        // a deadline that has passed is extended from today on, not from the past
        var from = due > file.Now ? due : file.Now;
        var until = desk.EndOf(day!.Value);
        if (!clocks.LatestExtension(at.Case.Division, from).Try(out var latest, out problem) || !clocks.MostExtensions(at.Case.Division, at.Case.Infectious, file.Now).Try(out var most, out problem)) return problem;
        if (until > latest) return StayProblems.UntilTooLate(desk.Day(latest));
        var before = await file.Db.StayExtensions.CountAsync(e => e.CaseId == at.Case.Id, ct);
        if (before >= most) return StayProblems.TooOften(most);
        return await WriteAsync(at, request.Handler!.Value, reason!, before + 1, due, until, ct);
    }

    private async Task<Outcome<Reply>> WriteAsync(StayDesk.Desk at, Guid handler, string reason, int seq, DateTimeOffset due, DateTimeOffset until, CancellationToken ct)
    {
        var number = await desk.LetterAsync(StayLetterKind.Extension, at.Case, n =>
        {
            if (!at.Case.Extend(n, seq, reason, due, until, handler, file.By, file.Now).Try(out var extension, out var refused)) return refused;
            file.Db.Add(extension);
            return (extension.Id, reason, "", until, null);
        }, ct);
        if (!number.Try(out var given, out var problem)) return problem;
        if (at.Overdue?.End("经办人申请延期", file.Now).Problem is { } wrong) return wrong;
        return new Reply(given, until);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ExtendStay, Request, Reply>("/stays/extend");
}
