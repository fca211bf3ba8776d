using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Stays;

/// <summary>报民政局: the home proposes, after the public notice has hung out its time.</summary>
internal sealed class ProposeDisposal(CaseFile file, Reading reading, StayDesk desk) : IUseCase<ProposeDisposal.Request, Done>
{
    public sealed record Request(Guid CaseId, string? Reason);

    public Permission Permission => FuneralPermissions.GiveStayNotice;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "处理建议和理由", 300);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OverdueAsync(request.CaseId, ct)).Try(out var at, out var problem)) return problem;
        if (!at.Overdue.Propose(reason!, file.By.Id, file.Now).Try(out _, out problem)) return problem;
        return at.Case.NoteWork("stay.proposed", new { at.Overdue.Id });
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ProposeDisposal, Request, Done>("/stays/proposals");
}

/// <summary>出具民政意见: the bureau agrees or does not, with its grounds; never whoever proposed.</summary>
internal sealed class GiveStayOpinion(CaseFile file, Reading reading, StayDesk desk) : IUseCase<GiveStayOpinion.Request, GiveStayOpinion.Reply>
{
    public sealed record Request(Guid CaseId, bool? Approve, string? Grounds);

    public sealed record Reply(string Number);

    public Permission Permission => FuneralPermissions.GiveStayOpinion;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var grounds = reading.Text(request.Grounds, nameof(request.Grounds), "意见理由", 300);
        if (request.Approve is null) reading.Refuse(new("funeral.stay.opinion-needed", "请选择同意或者不同意。", ProblemKind.Invalid, nameof(request.Approve)));
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OverdueAsync(request.CaseId, ct)).Try(out var at, out var problem)) return problem;
        var proposal = at.Overdue.Proposal ?? "";
        var letter = await desk.LetterAsync(StayLetterKind.Opinion, at.Case, n => at.Overdue.Decide(n, request.Approve!.Value, grounds!, file.By.Id, file.Now).Try(out _, out var refused) ? (at.Overdue.Id, grounds!, proposal, null, request.Approve) : refused, ct);
        if (!letter.Try(out var number, out problem)) return problem;
        return at.Case.NoteWork("stay.decided", new { number, request.Approve, at.Overdue.ProposedBy }).Try(out _, out problem) ? new Reply(number) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<GiveStayOpinion, Request, Reply>("/stays/opinions");
}

/// <summary>按民政意见签字: the chief of the home signs the confirmation nobody came to sign. Everything else a cremation needs stays needed.</summary>
internal sealed class SignByOpinion(CaseFile file, Reading reading, StayDesk desk) : IUseCase<SignByOpinion.Request, SignByOpinion.Reply>
{
    /// <param name="PoliceRecord">Number of the record with the police; of their opinion for the nameless.</param>
    public sealed record Request(Guid CaseId, string? PoliceRecord, bool Signed);

    public sealed record Reply(Guid ContractId, DateTimeOffset EarliestAt);

    public Permission Permission => FuneralPermissions.GiveStayNotice;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var record = reading.Text(request.PoliceRecord, nameof(request.PoliceRecord), "公安备案编号", 60, required: false);
        if (!request.Signed) reading.Refuse(FuneralProblems.ContractMissing with { Field = nameof(request.Signed), Message = "请确认馆长已在确认书上签字。" });
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OverdueAsync(request.CaseId, ct)).Try(out var at, out var problem)) return problem;
        if (!at.Overdue.Sign(record, file.By.Id, file.Now).Try(out _, out problem)) return problem;
        var died = at.Case.DiedAt ?? at.Case.ReportedAt;
        if (!file.Rules.Due("cremation.wait", at.Case.Division, died, at.Case.Infectious ? "infectious" : "").Try(out var earliest, out problem)) return problem;
        return at.Case.ConfirmByOpinion(at.Overdue, at.Case.Infectious ? file.Now : earliest, file.By, file.Now).Try(out var contract, out problem) ? new Reply(contract.Id, contract.EarliestAt) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SignByOpinion, Request, Reply>("/stays/signatures");
}

/// <summary>停止逾期处理: the family has come, or the body has found another lawful way.</summary>
internal sealed class EndOverdue(CaseFile file, Reading reading, StayDesk desk) : IUseCase<EndOverdue.Request, Done>
{
    public sealed record Request(Guid CaseId, string? Reason);

    public Permission Permission => FuneralPermissions.GiveStayNotice;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "停止的原因", 300);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OverdueAsync(request.CaseId, ct)).Try(out var at, out var problem)) return problem;
        if (!at.Overdue.End(reason!, file.Now).Try(out _, out problem)) return problem;
        return at.Case.NoteWork("stay.ended", new { at.Overdue.Id });
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<EndOverdue, Request, Done>("/stays/end");
}
