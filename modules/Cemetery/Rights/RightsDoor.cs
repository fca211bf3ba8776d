using Anmin.Cemetery.Rights.Approvals;
using Anmin.Cemetery.Rights.Heirs;
using Anmin.Cemetery.Rights.Holds;
using Anmin.Cemetery.Rights.Papers;
using Anmin.Cemetery.Rights.Payments;
using Anmin.Cemetery.Rights.Renewals;
using Anmin.Cemetery.Rights.Showing;
using Anmin.Cemetery.Rights.Signing;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Rights;

/// <summary>留位、合同、续期.</summary>
internal static class RightsDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<WhenContractBillPaid>().AddScoped<RightDeeds>().AddScoped<Holding>().AddScoped<Signing.Signing>().AddScoped<Certificates>().AddScoped<Renewing>().AddScoped<RightLines>().AddScoped<Contracts.Workbench.IListExport, RightListExport>();
        services.AddSingleton(new FilteredPage("/work/cemetery/rights", "墓位合同", CemeteryPermissions.ReadRights, ["state", "order"]));
        services.AddSingleton<IJob, LapseRightsRound>();
    }

    public static void AddReactions(Reactions reactions) => reactions.On<BillPaid, WhenContractBillPaid>();

    public static void MapTables(ModelBuilder model, PersonalVault vault)
    {
        RightTables.Map(model, vault);
        ApprovalTables.Map(model);
        LatePaymentTables.Map(model);
        ConsentTables.Map(model, vault);
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        ReservePosition.Map(routes);
        CancelRight.Map(routes);
        LapseRights.Map(routes);
        SignContract.Map(routes);
        QuoteContract.Map(routes);
        GetPlotOffer.Map(routes);
        ActivateRight.Map(routes);
        AskException.Map(routes);
        DecideException.Map(routes);
        FindExceptions.Map(routes);
        FindLatePayments.Map(routes);
        RefundLatePayment.Map(routes);
        RenewRight.Map(routes);
        QuoteRenewal.Map(routes);
        EndRight.Map(routes);
        RegisterHeir.Map(routes);
        RecordHeirConsent.Map(routes);
        ChangeHolder.Map(routes);
        DisputeRight.Map(routes);
        SettleDispute.Map(routes);
        FindRights.Map(routes);
        ExportRights.Map(routes);
        GetRight.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes) => PrintRight.Map(routes);

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } =
        new[] { RightTables.Constraints, ApprovalTables.Constraints, LatePaymentTables.Constraints, ConsentTables.Constraints }.SelectMany(c => c).ToDictionary(c => c.Key, c => c.Value);

    public static IEnumerable<string> Guards(DatabaseKind kind) => [.. RightTables.Guards(kind), .. ApprovalTables.Guards(kind), .. LatePaymentTables.Guards(kind), .. ConsentTables.Guards(kind)];
}
