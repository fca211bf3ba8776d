using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Administration;

/// <summary>What an administrator turned by hand: which thing, from what, to what, why. Append-only by trigger.</summary>
internal sealed class AdminChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary><c>setting</c>, <c>menu</c> or <c>dictionary</c>.</summary>
    public required string Kind { get; init; }

    public required string Key { get; init; }

    public required string Before { get; init; }

    public required string After { get; init; }

    public required string Reason { get; init; }

    public required string ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Tables of the administrators' pages.</summary>
internal static class AdministrationMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<AdminChange>(t =>
        {
            t.ToTable("identity_admin_change").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Before).HasMaxLength(1000);
            t.Property(e => e.After).HasMaxLength(1000);
            t.HasIndex(e => new { e.Kind, e.Key, e.Id });
        });
        model.Entity<Menus.MenuChoice>(t =>
        {
            t.ToTable("identity_menu_choice");
            t.HasKey(e => e.Href);
        });
    }
}
