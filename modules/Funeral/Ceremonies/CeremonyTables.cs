using Anmin.Funeral.Cases;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Ceremonies;

internal static class CeremonyTables
{
    extension(AnminDb db)
    {
        public DbSet<Ceremony> Ceremonies => db.Set<Ceremony>();
    }

    public static void Map(ModelBuilder model) => model.Entity<Ceremony>(t =>
    {
        t.ToTable("funeral_ceremony", b =>
        {
            b.HasCheckConstraint("funeral_ceremony_people", "people is null or people between 0 and 5000");
            b.HasCheckConstraint("funeral_ceremony_order", "(started_at is null or (ready_at is not null and started_at >= ready_at)) and (ended_at is null or (started_at is not null and ended_at >= started_at))");
        });
        t.HasKey(e => e.Booking);
        t.Property(e => e.Booking).ValueGeneratedNever();
        t.Property(e => e.Note).HasMaxLength(300);
        // one hall, one ceremony at a time
        t.HasIndex(e => e.Hall).IsUnique().HasDatabaseName("funeral_ceremony_hall").HasFilter("state = 'Running'");
        t.HasIndex(e => e.CaseId);
        t.HasOne<DeathCase>().WithMany().HasForeignKey(e => e.CaseId);
    });

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["funeral_ceremony_people"] = CeremonyProblems.PeopleUnread,
        ["funeral_ceremony_order"] = CeremonyProblems.ClockBack,
        ["funeral_ceremony_hall"] = CeremonyProblems.WrongStep,
        ["funeral_ceremony.hall"] = CeremonyProblems.WrongStep,
    };
}
