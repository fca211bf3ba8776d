using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Stays;

/// <summary>签发逾期处理告知书: the first letter, to the 经办人, once the deadline has passed.</summary>
internal sealed class GiveOverdueNotice(CaseFile file, StayDesk desk, StayClocks clocks) : IUseCase<GiveOverdueNotice.Request, GiveOverdueNotice.Reply>
{
    public sealed record Request(Guid CaseId, Guid? Handler);

    public sealed record Reply(Guid OverdueId, string Number);

    public Permission Permission => FuneralPermissions.GiveStayNotice;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.CaseId, ct)).Try(out var at, out var problem)) return problem;
        if (at.Case.NotStaying() is { } gone) return gone;
        if (at.Overdue is not null) return StayProblems.Already;
        if (at.Case.Contract is not null) return StayProblems.ConfirmedAlready;
        if (!at.Case.Unidentified && !at.Case.Handlers.Exists(h => h.Id == request.Handler)) return StayProblems.HandlerUnknown;
        if (!(await desk.DueAsync(at.Case, ct)).Try(out var due, out problem)) return problem;
        var of = new OverdueStay.Of(at.Case.Id, at.Case.Institution!, at.Case.Division, due, at.Case.Unidentified, clocks.PoliceNeeded(at.Case.Division, file.Now));
        OverdueStay? begun = null;
        var letter = await desk.LetterAsync(StayLetterKind.Notice, at.Case, n =>
        {
            if (!OverdueStay.Notify(of, n, request.Handler ?? Guid.Empty, file.Now).Try(out begun, out var refused)) return refused;
            return (begun.Id, "", "", null, null);
        }, ct);
        if (!letter.Try(out var number, out problem)) return problem;
        file.Db.Add(begun!);
        return at.Case.NoteWork("stay.notified", new { number, due }).Try(out _, out problem) ? new Reply(begun!.Id, number) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<GiveOverdueNotice, Request, Reply>("/stays/notices");
}

/// <summary>登记送达: how and when the letter reached the 经办人; the time to answer runs from the end of that day.</summary>
internal sealed class RecordNoticeReceipt(CaseFile file, Reading reading, StayDesk desk, StayClocks clocks) : IUseCase<RecordNoticeReceipt.Request, RecordNoticeReceipt.Reply>
{
    /// <param name="ReceivedOn">Empty where nobody was found.</param>
    public sealed record Request(Guid CaseId, DeliveryWay Way, string? ReceivedOn);

    public sealed record Reply(DateTimeOffset AnswerUntil);

    public Permission Permission => FuneralPermissions.GiveStayNotice;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var day = reading.Day(request.ReceivedOn, nameof(request.ReceivedOn), "送达日期", required: request.Way != DeliveryWay.NotFound);
        if (day > file.Today) reading.Refuse(StayProblems.ReceiptInFuture);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OverdueAsync(request.CaseId, ct)).Try(out var at, out var problem)) return problem;
        // a letter handed over today counts from now; one of an earlier day from that day's end
        var received = day is { } on && on < file.Today ? desk.EndOf(on) : file.Now;
        if (!clocks.AnswerUntil(at.Overdue.Division, received).Try(out var until, out problem)) return problem;
        if (!at.Overdue.Receive(request.Way, received, until, file.Now).Try(out _, out problem)) return problem;
        return at.Case.NoteWork("stay.received", new { Way = request.Way.ToString(), received, at.Overdue.AnswerUntil }).Try(out _, out problem) ? new Reply(at.Overdue.AnswerUntil!.Value) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordNoticeReceipt, Request, Reply>("/stays/receipts");
}
