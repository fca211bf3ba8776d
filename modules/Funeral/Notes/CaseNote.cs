using Anmin.Funeral.Cases;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Notes;

/// <summary>备注 on a case for the colleagues who follow: what was said on the phone, what to mind. Sealed at rest; never changed, a later note corrects it.</summary>
internal sealed class CaseNote
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>At most 200 characters.</summary>
    public required SensitiveText? Text { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public static void MapTable(ModelBuilder model, PersonalVault vault) => model.Entity<CaseNote>(t =>
    {
        t.ToTable("funeral_note").AppendOnly();
        t.HasKey(e => e.Id);
        t.Property(e => e.Id).ValueGeneratedNever();
        t.Sealed(e => e.Text, vault);
        t.HasIndex(e => e.CaseId);
        t.HasOne<DeathCase>().WithMany().HasForeignKey(e => e.CaseId);
    });
}
