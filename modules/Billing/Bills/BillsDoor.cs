using Anmin.Billing.Counter;
using Anmin.Billing.Families;
using Anmin.Billing.Ledger;
using Anmin.Billing.Payments;
using Anmin.Billing.Refunds;
using Anmin.Billing.Reliefs;
using Anmin.Billing.Tills;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Billing.Bills;

/// <summary>报价、费用清单、结算、收退款、日结.</summary>
internal static class BillsDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<Contracts.Billing.IBillDifferences, BillDifferences>().AddScoped<Contracts.Billing.IBills, OtherBills>().AddScoped<Contracts.Billing.IPayerBills, PayerBills>().AddScoped<Contracts.Billing.IIncome, IncomeAnswers>();
        services.AddScoped<BillDesk>().AddScoped<Reliefs.Reliefs>().AddScoped<Settling>().AddScoped<TillDesk>().AddScoped<ReceiptDesk>();
        services.AddSingleton<SimulatedChannel>();
        services.AddSingleton<IPaymentChannel>(s => s.GetRequiredService<SimulatedChannel>());
        services.AddSingleton<IElectronicReceipts, PaperReceipts>();
        services.AddSingleton<IPackFile>(ReliefTables.File);
        services.AddSingleton(Cashier);
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault)
    {
        ReliefTables.Map(model);
        BillTables.Map(model, vault);
        PaymentTables.Map(model);
        RefundTables.Map(model);
        TillTables.Map(model);
        LedgerTables.Map(model);
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        DrawBill.Map(routes);
        GetBill.Map(routes);
        FindBills.Map(routes);
        SignBill.Map(routes);
        SignMyBill.Map(routes);
        TakePayment.Map(routes);
        OpenScan.Map(routes);
        CloseScan.Map(routes);
        TakeNotice.Map(routes);
        AskRefund.Map(routes);
        DecideRefund.Map(routes);
        CloseTill.Map(routes);
        GetTill.Map(routes);
        CloseMonth.Map(routes);
        ReconcileChannel.Map(routes);
        GetTrialBalance.Map(routes);
        GetDrawing.Map(routes);
        GetMyBill.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes) => PaperRoutes.Map(routes);

    /// <summary>收费 on the staff rail, with how many bills wait for money.</summary>
    private static readonly MenuEntry Cashier = new MenuEntry(55, BillingPermissions.TakePayment, "/work/cashier", "收费", "fee").Counting((db, _) => db.Bills.Where(b => b.State == BillState.Signed || b.State == BillState.Settled));

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } =
        new[] { BillTables.Constraints, PaymentTables.Constraints, RefundTables.Constraints, TillTables.Constraints, LedgerTables.Constraints }.SelectMany(c => c).ToDictionary(c => c.Key, c => c.Value);

    public static IEnumerable<string> Guards(DatabaseKind database) =>
        [.. BillGuards.All(database), .. PaymentTables.Guards(database), .. RefundTables.Guards(database), .. TillTables.Guards(database), .. LedgerTables.Guards(database)];
}
