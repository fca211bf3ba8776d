using System.Text.Json;

namespace Anmin.Kernel.Auditing;

/// <summary>
/// A stretch of audit rows under one root, as a line of the journal says it: the subject <c>kernel.audit</c> has one chain for the whole
/// installation, so whatever holds the journal's days holds the audit as well.
/// </summary>
/// <param name="From">Marks sealed here, half-open: transactions on PostgreSQL, serial numbers on SQLite.</param>
/// <param name="Root">Lower-case hex of the Merkle root over the rows by mark, then id.</param>
internal sealed record AuditStretch(long Number, long From, long To, int Count, DateTimeOffset First, DateTimeOffset Last, string Root)
{
    public const string SubjectKind = "kernel.audit";

    public const string Kind = "audit.sealed";

    /// <summary>One for every installation.</summary>
    public static readonly Guid Subject = new("00000000-0000-7000-8000-000061756469");

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <returns>Null where the line's data is none.</returns>
    public static AuditStretch? Read(string data)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditStretch>(data, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
