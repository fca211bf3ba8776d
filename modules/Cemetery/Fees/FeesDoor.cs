using Anmin.Cemetery.Fees.Ledger;
using Anmin.Cemetery.Fees.Letters;
using Anmin.Cemetery.Fees.Mine;
using Anmin.Cemetery.Fees.Reserve;
using Anmin.Cemetery.Fees.Showing;
using Anmin.Cemetery.Fees.Waivers;
using Anmin.Contracts.Billing;
using Anmin.Contracts.Cemetery;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Fees;

/// <summary>维护管理费: 台账、减免、到期提醒、催缴、预留金、在线续费.</summary>
internal static class FeesDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<WhenFeeBillPaid>().AddScoped<WhenRightRenewed>().AddScoped<WhenBillRefunded>().AddScoped<FeeDesk>().AddScoped<MyPlotDesk>().AddSingleton<MyPlotPass>();
        services.AddSingleton<IJob, FeeNoticesRound>();
    }

    public static void AddReactions(Reactions reactions) => reactions.On<BillPaid, WhenFeeBillPaid>().On<BillRefunded, WhenBillRefunded>().On<PlotRightRenewed, WhenRightRenewed>();

    public static void MapTables(ModelBuilder model)
    {
        FeeTables.Map(model);
        FeeBillTables.Map(model);
        WaiverTables.Map(model);
        LetterTables.Map(model);
        ReserveTables.Map(model);
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindFees.Map(routes);
        ExportFees.Map(routes);
        GetAccount.Map(routes);
        ChargeCare.Map(routes);
        AskWaiver.Map(routes);
        DecideWaiver.Map(routes);
        SendFeeNotices.Map(routes);
        IssueFeeLetters.Map(routes);
        FindPublicNotices.Map(routes);
        RecordReserve.Map(routes);
        GetReserve.Map(routes);
        OpenMyPlot.Map(routes);
        GetMyPlot.Map(routes);
        AskMyBill.Map(routes);
        SignMyPlotBill.Map(routes);
        OpenMyPlotScan.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes) => PrintFeeLetters.MapPages(routes);

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } =
        new[] { FeeTables.Constraints, FeeBillTables.Constraints, WaiverTables.Constraints, LetterTables.Constraints, ReserveTables.Constraints }.SelectMany(c => c).ToDictionary(c => c.Key, c => c.Value);

    public static IEnumerable<string> Guards(DatabaseKind kind) => FeeBillTables.Guards(kind);
}
