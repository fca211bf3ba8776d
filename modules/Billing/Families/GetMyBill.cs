using Anmin.Billing.Bills;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Families;

/// <summary>家属看自己的费用清单, by the pass of their case.</summary>
internal sealed class GetMyBill(BillDesk desk) : IQuestion<GetMyBill.Request, GetMyBill.Reply>
{
    public sealed record Request([FromHeader(Name = "X-Family-Pass")] string? Pass);

    /// <param name="Bill">Null while the home has drawn none; what was tried and refused stays with the home and the bureau.</param>
    /// <param name="CanSign">False for who may only look.</param>
    public sealed record Reply(Guid CaseId, string CaseNumber, string? Name, BillView? Bill, bool CanSign);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Families.OpenAsync(request.Pass, acts: false, ct) is not { } about) return BillProblems.PassOver;
        var acts = await desk.Families.OpenAsync(request.Pass, acts: true, ct) is not null;
        const string why = "家属凭查询凭据查看费用清单";
        if (await desk.Db.AcrossScopes<Bill>(why).AsNoTracking().FirstOrDefaultAsync(b => b.Subject == about.Id && b.Kind == Bill.OfCase, ct) is not { } bill) return new Reply(about.Id, about.Number, about.Name, null, acts);
        if (!(await BillViews.OfAsync(desk, bill, about, ct)).Try(out var view, out var problem)) return problem;
        desk.Context.About(about.Id, "家属查看费用清单");
        return new Reply(about.Id, about.Number, about.Name, view with { Tried = [] }, acts && bill.State == BillState.Quoted && about.Handlers.Count > 0);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetMyBill, Request, Reply>("/public/case/bill");
}
