using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees.Waivers;

/// <summary>申请维护管理费减免: the first of two, with what was seen as evidence.</summary>
internal sealed class AskWaiver(FeeDesk fees, Reading reading) : IUseCase<AskWaiver.Request, AskWaiver.Reply>
{
    public sealed record Request(Guid RightId, string? Years, Hardship Hardship, string? Evidence);

    public sealed record Reply(Guid WaiverId);

    public Permission Permission => CemeteryPermissions.AskWaiver;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var evidence = reading.Text(request.Evidence, nameof(request.Evidence), "证明材料", 200);
        if (FeeDesk.ReadYears(request.Years) is not { } years)
        {
            reading.Refuse(FeeProblems.Years);
            years = 0;
        }
        if (reading.Problem is { } bad) return bad;
        if (!(await fees.Desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem)) return problem;
        var right = opened.Right;
        if (right.State is not (RightState.Paid or RightState.Active)) return CemeteryProblems.NotActive;
        if (FeeDesk.OpenFrom(right) is not { } from) return CemeteryProblems.NoTerm;
        if (!fees.MayPrepay(right, from.AddYears(years).AddDays(-1)).Try(out _, out problem)) return problem;
        if (await fees.Db.FeeWaivers.AnyAsync(w => w.RightId == right.Id && w.State == WaiverState.Asked, ct)) return FeeProblems.WaiverOpen;
        var waiver = new FeeWaiver
        {
            RightId = right.Id,
            Division = right.Division,
            Institution = right.Institution,
            OpenedBy = fees.Desk.By.Id,
            Origin = fees.Desk.By.Institution,
            Years = years,
            Hardship = request.Hardship,
            Evidence = evidence!,
            AskedBy = fees.Desk.By.Id,
            AskedAt = fees.Desk.Now,
        };
        fees.Db.Add(waiver);
        right.Tell("right.waiver-asked", new { waiver.Id, waiver.Hardship, waiver.Years });
        return new Reply(waiver.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AskWaiver, Request, Reply>("/cemetery/fees/waivers");
}

/// <summary>审批减免: the second of two. Granted years count as settled; the account shows charge and waiver.</summary>
internal sealed class DecideWaiver(FeeDesk fees, Reading reading) : IUseCase<DecideWaiver.Request, Done>
{
    /// <param name="Answer">Why not; needed then.</param>
    public sealed record Request(Guid WaiverId, bool Grant, string? Answer = null);

    public Permission Permission => CemeteryPermissions.ApproveWaiver;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var answer = reading.Text(request.Answer, nameof(request.Answer), "不同意的原因", 200, required: !request.Grant);
        if (reading.Problem is { } bad) return bad;
        if (await fees.Db.FeeWaivers.FirstOrDefaultAsync(w => w.Id == request.WaiverId, ct) is not { } waiver) return FeeProblems.NoWaiver;
        if (!(await fees.Desk.OpenAsync(waiver.RightId, ct)).Try(out var opened, out var problem)) return problem;
        if (!waiver.Decide(request.Grant, answer, fees.Desk.By, fees.Desk.Now).Try(out _, out problem)) return problem;
        var right = opened.Right;
        if (!request.Grant)
        {
            right.Tell("right.waiver-refused", new { waiver.Id });
            return Done.It;
        }
        if (!(await fees.DropOpenAsync(right.Id, ct)).Try(out _, out problem)) return problem;
        if (FeeDesk.OpenFrom(right) is not { } from) return CemeteryProblems.NoTerm;
        var until = from.AddYears(waiver.Years).AddDays(-1);
        var account = await fees.AccountAsync(right, ct);
        var document = "减免" + (waiver.Hardship switch { Hardship.Dibao => "（低保）", Hardship.Tekun => "（特困）", _ => "（其他困难）" });
        foreach (var year in FeeAccount.Years(from, waiver.Years))
            if (!account.Charge(year.From, year.Until, right.CareFenPerYear, null, null, fees.Desk.Today, fees.Desk.By.Id).Try(out _, out problem)) return problem;
        if (!account.Waive(from, until, right.CareFenPerYear * waiver.Years, document, fees.Desk.Today, fees.Desk.By.Id).Try(out _, out problem)) return problem;
        if (!right.PayCare(until, fees.Desk.Now).Try(out _, out problem)) return problem;
        waiver.Cover(from, until, right.CareFenPerYear * waiver.Years);
        right.Tell("right.waiver-granted", new { waiver.Id, from, until, waiver.Fen });
        fees.Keep(account);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DecideWaiver, Request, Done>("/cemetery/fees/waivers/decide");
}
