using Anmin.Funeral.Arrangement;
using System.Text.Json;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Desk;

/// <summary>
/// What a clerk has typed so far, field by field, sealed: it survives a browser that dies and a line that drops. One per clerk and case,
/// and one for each new case begun; kept 30 days after the last change, gone when it is submitted.
/// </summary>
internal sealed class DeskDraft
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private DeskDraft()
    {
    }

    public Guid Id { get; private init; }

    public string Owner { get; private init; } = "";

    /// <summary>Null for a case that is still to be opened.</summary>
    public Guid? CaseId { get; private init; }

    /// <summary>JSON, field name to text.</summary>
    public SensitiveText? Content { get; private set; }

    /// <summary>Given out when the quotation is printed, so that the paper in the family's hand carries it.</summary>
    public string? QuotationNumber { get; private set; }

    public string? ContractNumber { get; private set; }

    public DateTimeOffset? QuotedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public int Version { get; private set; }

    public static DeskDraft Begin(Guid id, string owner, Guid? caseId) => new() { Id = id, Owner = owner, CaseId = caseId };

    public Dictionary<string, string> Fields() => Content is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(Content.Reveal()) ?? [];

    /// <summary>The changed fields only; an empty text takes a field away.</summary>
    public void Change(IReadOnlyDictionary<string, string> changed, DateTimeOffset now)
    {
        var fields = Fields();
        foreach (var (name, text) in changed)
        {
            if (string.IsNullOrEmpty(text)) fields.Remove(name);
            else fields[name] = text;
        }
        Content = SensitiveText.FromStore(JsonSerializer.Serialize(fields));
        (UpdatedAt, ExpiresAt, Version) = (now, now + Kept, Version + 1);
    }

    public void Number(string quotation, string contract, DateTimeOffset now)
        => (QuotationNumber, ContractNumber, QuotedAt, Version) = (QuotationNumber ?? quotation, ContractNumber ?? contract, QuotedAt ?? now, Version + 1);
}

/// <summary>Drafts nobody came back to are forgotten after 30 days.</summary>
internal sealed class ForgetDeskDrafts(IServiceScopeFactory scopes, WriteTurn turn, TimeProvider clock) : IJob
{
    public string Name => "funeral.forget-desk-drafts";

    public string Label => "清理过期的洽谈草稿";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        var now = clock.GetUtcNow();
        using var held = await turn.WaitAsync(ct);
        await db.Set<DeskDraft>().Where(d => d.ExpiresAt < now).ExecuteDeleteAsync(ct);
    }
}
