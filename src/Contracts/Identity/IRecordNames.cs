namespace Anmin.Contracts.Identity;

/// <summary>What a module calls its records, so that the audit can be asked by number or name. Answers across data scopes; the audit row says so.</summary>
public interface IRecordNames
{
    /// <summary>Records with exactly this number or this name, at most twenty, newest first.</summary>
    Task<IReadOnlyList<RecordName>> FindAsync(string text, CancellationToken ct);

    /// <summary>Those of the records that are this module's.</summary>
    Task<IReadOnlyList<RecordName>> NamesAsync(IReadOnlyCollection<Guid> records, CancellationToken ct);
}

/// <param name="Number">The business number people quote.</param>
/// <param name="Name">Whom the record is about; never a number of a person.</param>
public sealed record RecordName(Guid Id, string Number, string Name);
