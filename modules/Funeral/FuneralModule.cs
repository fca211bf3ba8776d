using Anmin.Funeral.Timetable;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Twins;
using Anmin.Funeral.Search;
using Anmin.Funeral.Holds;
using Anmin.Funeral.Evidence;
using Anmin.Funeral.Corrections;
using Anmin.Funeral.Archive;
using Anmin.Funeral.Arrangement;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Attachments;
using Anmin.Funeral.Villages;
using Anmin.Funeral.Assignments;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Certificates;
using Anmin.Funeral.ColdStore;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Custody;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Families;
using Anmin.Funeral.Furnaces;
using Anmin.Funeral.Notes;
using Anmin.Funeral.Guidance;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Reveals;
using Anmin.Funeral.Scheduling;
using Anmin.Funeral.Transport;
using Anmin.Funeral.Workbench;
using Anmin.Kernel;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral;

/// <summary>逝·殡: case, transport, reception, cremation, certificate, ashes, custody.</summary>
public sealed class FuneralModule : IModule
{
    public string Name => "funeral";

    public IReadOnlyList<Permission> Permissions => FuneralPermissions.All;

    public IReadOnlyList<CodeList> CodeLists => FuneralLists.All;

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCases(typeof(FuneralModule).Assembly);
        services.AddScoped<CaseFile>();
        services.AddScoped<TwinFinder>();
        services.AddScoped<Places>();
        services.AddScoped<Contracts.Funeral.IAshesCustody, AshesCustody>();
        services.AddScoped<FreshScan>();
        services.AddScoped<DispositionClocks>();
        services.AddScoped<WhenWorkHandedOver>();
        services.AddSingleton<IDemoFiller, Demonstration.DemoFiller>();
        services.AddScoped<Revealing>();
        services.AddScoped<Anmin.Contracts.Identity.IRecordNames, CaseNames>();
        services.AddScoped<CaseSearch>().AddScoped<CaseFilters>().AddScoped<CaseLines>().AddScoped<Contracts.Workbench.IListExport, CaseListExport>().AddScoped<Contracts.Workbench.IBulkAction, Assignments.AssignCasesInBulk>();
        services.AddSingleton(new Ui.Frame.FilteredPage("/work/cases", "查找案卷", FuneralPermissions.ReadCases, ["status", "institution", "county", "hold", "from", "to", "order"]));
        services.AddScoped<Who>();
        services.AddScoped<CaseViewMaker>().AddScoped<CaseClocks>().AddScoped<CaseFacts>().AddScoped<CaseTwins>().AddScoped<JournalWords>();
        services.AddScoped<WorkSources>();
        foreach (var entry in WorkEntries.All) services.AddSingleton(entry);
        foreach (var file in ResourcePackFiles.All) services.AddSingleton(file);
        foreach (var file in GuidancePackFiles.All) services.AddSingleton(file);
        services.AddSingleton<GuidanceBook>();
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<GuidanceBook>());
        services.AddSingleton<FamilyPass>();
        services.AddScoped<FamilyView>();
        services.AddScoped<PickupWishes>();
        services.AddScoped<CertificateText>();
        services.AddScoped<Contracts.Funeral.IDeceasedDirectory, DeceasedDirectory>();
        services.AddScoped<Contracts.Funeral.IDeceasedMatches, DeceasedMatches>();
        services.AddScoped<Contracts.Funeral.IFamilyCases, Handlers.FamilyCases>();
        services.AddScoped<Contracts.Funeral.IFamilyContacts, Handlers.FamilyContacts>();
        services.AddScoped<Contracts.Funeral.ICaseCards, Handlers.CaseCards>().AddScoped<Contracts.Funeral.IFamilyDoor, Handlers.CaseCards>();
        services.AddScoped<Contracts.Funeral.IReportedCases, Handlers.ReportedCases>().AddScoped<Contracts.Funeral.IVehicleStates, Handlers.VehicleStates>();
        services.AddSingleton<ResourceBook>();
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<ResourceBook>());
        services.AddSingleton<Contracts.Booking.IBookables>(s => s.GetRequiredService<ResourceBook>());
        DispatchDoor.AddServices(services);
        ArrangementDoor.AddServices(services);
        ColdStoreDoor.AddServices(services);
        SchedulingDoor.AddServices(services);
        FurnacesDoor.AddServices(services);
        ArchiveDoor.AddServices(services);
        AttachmentsDoor.AddServices(services);
        VillagesDoor.AddServices(services);
    }

    public void AddReactions(Reactions reactions) => reactions.On<WorkHandedOver, WhenWorkHandedOver>();

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
        DeathCaseMapping.Map(model, vault);
        ResourceMapping.Map(model);
        GuidanceMapping.Map(model);
        CaseShareMapping.Map(model);
        CaseNote.MapTable(model, vault);
        DispatchDoor.MapTables(model, vault);
        ArrangementDoor.MapTables(model, vault);
        ColdStoreDoor.MapTables(model, vault);
        SchedulingDoor.MapTables(model, vault);
        FurnacesDoor.MapTables(model, vault);
        ArchiveDoor.MapTables(model, vault);
        AttachmentsDoor.MapTables(model);
        VillagesDoor.MapTables(model);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        // 个案
        ReportDeath.Map(routes);
        AttachEvidence.Map(routes);
        SettleTwins.Map(routes);
        AssignCase.Map(routes);
        UndoAssignment.Map(routes);
        WriteCaseNote.Map(routes);
        PlaceHold.Map(routes);
        LiftHold.Map(routes);
        CorrectFact.Map(routes);
        RequestVoid.Map(routes);
        ApproveVoid.Map(routes);
        ApproveSecondCase.Map(routes);
        FindCases.Map(routes);
        FindSpots.Map(routes);
        GetCase.Map(routes);
        RevealIdNumber.Map(routes);
        RevealPhone.Map(routes);
        RevealAddress.Map(routes);
        ExportCases.Map(routes);
        ExportCustody.Map(routes);
        WorkQueue.Map(routes);
        DaySchedule.Map(routes);
        // 接运
        RequestPickup.Map(routes);
        CancelPickup.Map(routes);
        RecordPickup.Map(routes);
        // 入馆、洽谈
        ReceiveRemains.Map(routes);
        MoveRemains.Map(routes);
        ConfirmDisposition.Map(routes);
        RecordBurial.Map(routes);
        TransferOut.Map(routes);
        // 火化、证明
        CheckTag.Map(routes);
        FindFurnaces.Map(routes);
        StartCremation.Map(routes);
        FinishCremation.Map(routes);
        IssueCremationCertificate.Map(routes);
        ReissueCremationCertificate.Map(routes);
        VoidCremationCertificate.Map(routes);
        // 骨灰
        FindAshes.Map(routes);
        HandOverAshes.Map(routes);
        DepositAshes.Map(routes);
        PlaceAshes.Map(routes);
        SplitAshes.Map(routes);
        // 家属与公众
        FindPlan.Map(routes);
        AskForPickup.Map(routes);
        TrackCase.Map(routes);
        GetFamilyCase.Map(routes);
        ShareCase.Map(routes);
        EndShare.Map(routes);
        ExportRecord.Map(routes);
        FindDayRoots.Map(routes);
        VerifyCertificate.Map(routes);
        RecordUnidentified.Map(routes);
        DispatchDoor.MapRoutes(routes);
        ArrangementDoor.MapRoutes(routes);
        ColdStoreDoor.MapRoutes(routes);
        SchedulingDoor.MapRoutes(routes);
        FurnacesDoor.MapRoutes(routes);
        ArchiveDoor.MapRoutes(routes);
        AttachmentsDoor.MapRoutes(routes);
        VillagesDoor.MapRoutes(routes);
    }

    public void MapPages(IEndpointRouteBuilder routes)
    {
        DocumentRoutes.Map(routes);
        BlankPapers.Map(routes);
        DispatchDoor.MapPages(routes);
        ArrangementDoor.MapPages(routes);
        ColdStoreDoor.MapPages(routes);
        SchedulingDoor.MapPages(routes);
        FurnacesDoor.MapPages(routes);
        ArchiveDoor.MapPages(routes);
        VillagesDoor.MapPages(routes);
    }

    /// <summary>PostgreSQL names the constraint; SQLite names an index by its columns and a check or guard by name.</summary>
    public IReadOnlyDictionary<string, Problem> Constraints { get; } = Spine.Concat(DispatchDoor.Constraints).Concat(ArrangementDoor.Constraints).Concat(ColdStoreDoor.Constraints).Concat(SchedulingDoor.Constraints).Concat(FurnacesDoor.Constraints).Concat(ArchiveDoor.Constraints).Concat(AttachmentsDoor.Constraints).Concat(VillagesDoor.Constraints).ToDictionary(c => c.Key, c => c.Value);

    private static Dictionary<string, Problem> Spine => new()
    {
        ["funeral_case_one_open"] = FuneralProblems.SecondOpen,
        ["funeral_case.person_id_index"] = FuneralProblems.SecondOpen,
        ["funeral_evidence_once"] = FuneralProblems.EvidenceUsed,
        ["funeral_evidence.kind, funeral_evidence.number"] = FuneralProblems.EvidenceUsed,
        ["funeral_evidence_number"] = FuneralProblems.EvidenceNumber,
        ["funeral_pickup_one_open"] = FuneralProblems.PickupOpen,
        ["funeral_pickup.case_id"] = FuneralProblems.PickupOpen,
        ["funeral_pickup_two"] = FuneralProblems.SameTwo,
        ["funeral_remains_tag"] = FuneralProblems.TagUsed,
        ["funeral_remains.tag"] = FuneralProblems.TagUsed,
        ["funeral_remains_place"] = FuneralProblems.PlaceTaken,
        ["funeral_remains.exclusive_place"] = FuneralProblems.PlaceTaken,
        ["funeral_custody_line"] = KernelProblems.Changed,
        ["funeral_custody.case_id"] = KernelProblems.Changed,
        ["funeral_contract_one"] = FuneralProblems.ContractSigned,
        ["funeral_contract.case_id"] = FuneralProblems.ContractSigned,
        ["funeral_cremation_once"] = FuneralProblems.CremationTwice,
        ["funeral_cremation.case_id"] = FuneralProblems.CremationTwice,
        ["funeral_cremation_furnace"] = FuneralProblems.CrematorBusy,
        ["funeral_cremation.cremator"] = FuneralProblems.CrematorBusy,
        ["funeral_cremation_two"] = FuneralProblems.SameTwo,
        ["funeral_cremation_scans"] = FuneralProblems.TagMismatch,
        ["funeral_cremation_wait"] = FuneralProblems.TooEarlyByLaw,
        ["guard_cremation_hold"] = FuneralProblems.HoldOpen,
        ["guard_cremation_evidence"] = FuneralProblems.EvidenceMissing,
        ["guard_cremation_contract"] = FuneralProblems.ContractMissing,
        ["guard_cremation_first"] = FuneralProblems.FirstScanMissing,
        ["guard_cremation_tag"] = FuneralProblems.TagMismatch,
        ["guard_cremation_kept"] = FuneralProblems.AppendOnly,
        ["guard_cremation_deleted"] = FuneralProblems.AppendOnly,
        ["guard_body_deleted"] = FuneralProblems.AppendOnly,
        ["guard_body_final"] = FuneralProblems.NotInCustody,
        ["guard_body_tag"] = FuneralProblems.TagMismatch,
        ["guard_body_furnace"] = FuneralProblems.CremationNotStarted,
        ["funeral_certificate_one_valid"] = FuneralProblems.CertificateIssued,
        ["funeral_certificate.cremation_id"] = FuneralProblems.CertificateIssued,
        ["funeral_ashes_one"] = FuneralProblems.CremationTwice,
        ["funeral_hold_two"] = FuneralProblems.SameTwo,
        ["funeral_case_void_two"] = FuneralProblems.SameTwo,
        ["append-only"] = FuneralProblems.AppendOnly,
    };

    public IEnumerable<string> Guards(DatabaseKind database) => [
        .. CustodyGuards.All(database),
        .. DispatchDoor.Guards(database),
        .. ArrangementDoor.Guards(database),
        .. ColdStoreDoor.Guards(database),
        .. SchedulingDoor.Guards(database),
        .. FurnacesDoor.Guards(database),
        .. ArchiveDoor.Guards(database),
        .. AttachmentsDoor.Guards(database),
        .. VillagesDoor.Guards(database),
    ];
}
