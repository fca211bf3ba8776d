using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Fees.Ledger;

/// <summary>出维护管理费清单: for whole years from the day after what is paid; the counter takes the money.</summary>
internal sealed class ChargeCare(FeeDesk fees) : IUseCase<ChargeCare.Request, ChargeCare.Reply>
{
    public sealed record Request(Guid RightId, string? Years);

    /// <param name="Words">How the amount came about.</param>
    public sealed record Reply(Guid FeeBillId, Guid BillId, string Number, DateOnly From, DateOnly Until, long Fen, string Words);

    public Permission Permission => CemeteryPermissions.ChargeFees;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (FeeDesk.ReadYears(request.Years) is not { } years) return FeeProblems.Years;
        if (!(await fees.Desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem)) return problem;
        if (!(await fees.DrawAsync(opened, years, null, ct)).Try(out var made, out problem)) return problem;
        return new Reply(made.Bill.Id, made.Drawn.BillId, made.Drawn.Number, made.Bill.From, made.Bill.Until, made.Bill.Fen, made.Drawn.Lines[^1].Words);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ChargeCare, Request, Reply>("/cemetery/fees/charges");
}
