using Anmin.Funeral.Desk;
using Anmin.Contracts.Funeral;
using Anmin.Funeral.Belongings;
using Anmin.Funeral.Signatures;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Arrangement;

/// <summary>业务洽谈: everything settled with the family at one desk; signatures; belongings.</summary>
internal static class ArrangementDoor
{
    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["funeral_arrangement_edition"] = ArrangementProblems.AnotherSigned,
        ["funeral_arrangement.case_id, funeral_arrangement.edition"] = ArrangementProblems.AnotherSigned,
        ["funeral_arrangement_one_open"] = ArrangementProblems.AnotherSigned,
        ["funeral_arrangement_one_first"] = ArrangementProblems.AnotherSigned,
        ["funeral_arrangement.case_id"] = ArrangementProblems.AnotherSigned,
        ["funeral_arrangement_replaced_once"] = ArrangementProblems.AnotherSigned,
        ["funeral_arrangement.replaces"] = ArrangementProblems.AnotherSigned,
        ["guard_arrangement_replaces"] = ArrangementProblems.AnotherSigned,
        ["guard_arrangement_kept"] = FuneralProblems.AppendOnly,
        ["guard_arrangement_terms"] = FuneralProblems.AppendOnly,
        ["guard_arrangement_deleted"] = FuneralProblems.AppendOnly,
        ["funeral_arrangement_signed_whole"] = ArrangementProblems.PapersUnsigned,
        ["funeral_arrangement_order"] = ArrangementProblems.CremationBeforeFarewell,
        ["funeral_arrangement_item_quantity"] = ArrangementProblems.Quantity,
        ["funeral_signed_paper_once"] = SignatureProblems.Twice,
        ["funeral_signed_paper.subject, funeral_signed_paper.kind"] = SignatureProblems.Twice,
        ["funeral_desk_draft_one"] = KernelProblems.Changed,
        ["funeral_desk_draft.owner, funeral_desk_draft.case_id"] = KernelProblems.Changed,
        ["funeral_belonging_two"] = FuneralProblems.SameTwo,
        ["funeral_belonging_checked_first"] = BelongingProblems.CheckFirst,
        ["funeral_belonging_returned"] = BelongingProblems.Unsigned,
        ["funeral_belonging_line"] = KernelProblems.Changed,
        ["funeral_belonging.case_id, funeral_belonging.line"] = KernelProblems.Changed,
        ["guard_belonging_kept"] = BelongingProblems.GoneAlready,
        ["guard_belonging_deleted"] = FuneralProblems.AppendOnly,
    };

    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton(ServiceItemFile.Make());
        services.AddSingleton<ItemBook>();
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<ItemBook>());
        services.AddSingleton<IJob, ForgetDeskDrafts>();
        // a reading gathers the faults of one form: never shared by two
        services.AddTransient<DeskDrafts>().AddTransient<DeskReading>().AddTransient<DeskPapers>().AddTransient<DeskAtHand>();
        services.AddTransient<DeskCases>().AddTransient<DeskBookings>().AddTransient<DeskSigning>().AddTransient<BelongingsPaper>();
        services.AddScoped<IArrangements, Arrangements>();
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault) => ArrangementMapping.Map(model, vault);

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        SaveDeskDraft.Map(routes);
        DropDeskDraft.Map(routes);
        FindArrangementTimes.Map(routes);
        PrepareQuotation.Map(routes);
        SubmitArrangement.Map(routes);
        GetArrangement.Map(routes);
        GetBelongings.Map(routes);
        RecordBelongings.Map(routes);
        CheckBelongings.Map(routes);
        GiveBelongings.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes) => DeskPaperRoutes.Map(routes);

    public static IEnumerable<string> Guards(DatabaseKind database) => ArrangementGuards.All(database);
}
