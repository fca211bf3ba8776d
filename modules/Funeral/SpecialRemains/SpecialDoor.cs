using Anmin.Funeral.Custody;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.SpecialRemains;

/// <summary>肢体、死胎、无骨灰. The furnaces' door opens it.</summary>
internal static class SpecialDoor
{
    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["funeral_body_part_paper"] = SpecialProblems.PaperUsed,
        ["funeral_body_part.hospital, funeral_body_part.paper_number"] = SpecialProblems.PaperUsed,
        ["funeral_body_part_two"] = FuneralProblems.SameTwo,
        ["funeral_body_part_done"] = SpecialProblems.PartFirst,
        ["guard_ashes_absent"] = SpecialProblems.AbsenceSigned,
        ["guard_absence_ashes"] = SpecialProblems.AbsenceSigned,
    };

    public static void MapTables(ModelBuilder model, PersonalVault vault)
    {
        model.Entity<AshesAbsence>(t =>
        {
            t.ToTable("funeral_ashes_absence").AppendOnly();
            t.HasKey(e => e.CaseId);
            t.Property(e => e.CaseId).ValueGeneratedNever();
            t.HasIndex(e => e.CremationId).IsUnique();
        });
        model.Entity<BodyPart>(t =>
        {
            t.ToTable("funeral_body_part", b =>
            {
                b.HasCheckConstraint("funeral_body_part_two", "second_operator is null or first_operator <> second_operator");
                b.HasCheckConstraint("funeral_body_part_done", "cremated_at is null or (first_operator is not null and second_operator is not null and cremator is not null)");
            });
            t.HasKey(e => e.Id);
            t.Sealed(e => e.Patient, vault);
            t.HasIndex(e => e.Number).IsUnique();
            t.HasIndex(e => new { e.Hospital, e.PaperNumber }).IsUnique().HasDatabaseName("funeral_body_part_paper");
            t.HasIndex(e => new { e.Institution, e.ReceivedAt });
        });
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        FinishWithoutAshes.Map(routes);
        ReceiveBodyPart.Map(routes);
        CheckBodyPart.Map(routes);
        CremateBodyPart.Map(routes);
        FindBodyParts.Map(routes);
    }

    /// <summary>A cremation has ashes or the signed word that there are none, never both (invariant I4).</summary>
    public static IEnumerable<string> Guards(DatabaseKind database) =>
    [
        .. GuardTriggers.Before(database, "funeral_ashes", "insert", [("guard_ashes_absent", "exists (select 1 from funeral_ashes_absence a where a.cremation_id = new.cremation_id)")]),
        .. GuardTriggers.Before(database, "funeral_ashes_absence", "insert", [("guard_absence_ashes", "exists (select 1 from funeral_ashes a where a.cremation_id = new.cremation_id)")]),
    ];
}
