using Anmin.Kernel.Actors;
using Anmin.Kernel.Auditing;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Anmin.Kernel.Data;

/// <summary>
/// The one database, composed from the modules' mappings. Nobody but the Gate and the kernel's own jobs saves it.
/// </summary>
public sealed class AnminDb(DbContextOptions<AnminDb> options, ModelParts parts, CurrentActor current, CommandContext context) : DbContext(options)
{
    /// <summary>Name of the query filter that keeps rows to the actor's data scope.</summary>
    public const string ScopeFilter = "scope";

    internal ModelParts Parts => parts;

    public DatabaseKind Kind => parts.Kind;

    internal bool ScopeAll => current.Scope.All;

    internal string? ScopeDivision => current.Scope.Divisions is [var first, ..] ? first : null;

    internal string? ScopeSecondDivision => current.Scope.Divisions is [_, var second, ..] ? second : null;

    internal IEnumerable<string> ScopeInstitutions => current.Scope.Institutions;

    internal IEnumerable<string> ScopeOrigins => current.Scope.Origins;

    internal string? ScopeOpener => current.Scope.Opener;

    internal string? ScopeAssignee => current.Scope.Assignee;

    /// <summary>Sees beyond the actor's data scope. The reason is written into the audit row.</summary>
    public IQueryable<T> AcrossScopes<T>(string reason) where T : class
    {
        context.ScopeLifts.Add(reason);
        return Set<T>().IgnoreQueryFilters([ScopeFilter]);
    }

    /// <summary>Every row, for filling tables from a pack: nobody's request, so nobody's scope.</summary>
    internal IQueryable<T> WholeTable<T>() where T : class => Set<T>().IgnoreQueryFilters();

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => ModelConventions.Configure(configuration, parts.Kind);

    protected override void OnModelCreating(ModelBuilder model)
    {
        KernelTables.Map(model, parts.Kind);
        foreach (var module in parts.Modules) module.MapTables(model, parts.Vault);
        ModelConventions.Finish(model, this);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken ct = default)
    {
        // looked for once: every further look walks all tracked rows again
        ChangeTracker.DetectChanges();
        var auto = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await MarkAuditAsync(ct);
            foreach (var entry in ChangeTracker.Entries())
            {
                RaiseVersion(entry);
                Sealing.Index(entry, parts.Vault);
            }
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = auto;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Only the Gate saves, and asynchronously.");

    /// <summary>Audit rows get their hash, and on SQLite, which has one writer, their place; PostgreSQL gives it itself.</summary>
    private async Task MarkAuditAsync(CancellationToken ct)
    {
        long? last = null;
        foreach (var row in ChangeTracker.Entries<AuditRow>().Where(e => e.State == EntityState.Added).Select(e => e.Entity))
        {
            row.Hash = AuditText.HashOf(row, parts.Vault.Suite);
            if (Kind != DatabaseKind.Sqlite) continue;
            last ??= await Set<AuditRow>().MaxAsync(r => (long?)r.Tx, ct) ?? 0;
            row.Tx = (last += 1).Value;
        }
    }

    private static void RaiseVersion(EntityEntry entry)
    {
        if (entry.Entity is not JournalSubject subject) return;
        if (entry.State == EntityState.Modified || (entry.State == EntityState.Unchanged && subject.Facts.Count > 0))
            entry.Property(nameof(JournalSubject.Version)).CurrentValue = subject.Version + 1;
    }
}
