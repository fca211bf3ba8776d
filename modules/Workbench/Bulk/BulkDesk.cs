using System.Text;
using System.Text.Json;
using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Workbench.Bulk;

/// <summary>What the use cases of 批量办理 share: which act, which rows, what the fields said.</summary>
internal sealed class BulkDesk(AnminDb db, CurrentActor current, SettingBook settings, IEnumerable<IBulkAction> actions, IServiceScopeFactory scopes, PersonalVault vault, TimeProvider clock)
{
    /// <summary>Rows picked at once: as many as the longest list shows on a page.</summary>
    public const int Most = 100;

    public AnminDb Db => db;

    public Actor By => current.Actor;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The act, where this person may do it.</summary>
    public Problem? Choose(string? name, out IBulkAction action)
    {
        action = actions.FirstOrDefault(a => a.Action == name)!;
        if (action is null) return BulkProblems.NoAction;
        return By.May(action.Permission) ? null : KernelProblems.Denied(action.Permission.Label);
    }

    /// <summary>The picked rows within reach; not none, not too many.</summary>
    public async Task<Outcome<List<BulkSubject>>> PickAsync(IBulkAction action, IReadOnlyList<Guid>? ids, CancellationToken ct)
    {
        var picked = (ids ?? []).Distinct().ToList();
        if (picked.Count == 0) return BulkProblems.NothingPicked;
        if (picked.Count > Most) return BulkProblems.TooMany(Most);
        var found = await FindAsync(action, picked, ct);
        return found.Count == 0 ? BulkProblems.NothingPicked : found;
    }

    /// <summary>Rows within reach; read in a scope of its own, under the act's permission.</summary>
    public async Task<List<BulkSubject>> FindAsync(IBulkAction action, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        List<BulkSubject> found = [];
        await scopes.AsActorAsync(By, action.Permission, async s => found = [.. await Named(s, action.Action)!.FindAsync(ids, ct)]);
        return found;
    }

    /// <summary>What each row would answer now.</summary>
    public async Task<IReadOnlyList<Outcome<Done>>> RehearseAsync(IBulkAction action, IEnumerable<Guid> rows, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        var answers = new List<Outcome<Done>>();
        foreach (var row in rows) answers.Add(await scopes.AsActorAsync(By, s => Named(s, action.Action)!.RunAsync(new(row, values, null), ct)));
        return answers;
    }

    /// <summary>The act of this name, made by these services; null where no room has one.</summary>
    public static IBulkAction? Named(IServiceProvider services, string action) => services.GetServices<IBulkAction>().FirstOrDefault(a => a.Action == action);

    /// <summary>Of what was sent, what the fields ask for; words cut, empty ones left out.</summary>
    public static IReadOnlyDictionary<string, string> Only(IEnumerable<BulkField> fields, IReadOnlyDictionary<string, string>? sent)
        => fields.Select(f => (f.Name, Value: sent?.GetValueOrDefault(f.Name)?.Trim() ?? "")).Where(p => p.Value.Length > 0).ToDictionary(p => p.Name, p => p.Value);

    public byte[] Seal(IReadOnlyDictionary<string, string> values) => ScannedFile.Seal(vault, BulkRun.ChoicesColumn, JsonSerializer.SerializeToUtf8Bytes(values));

    public IReadOnlyDictionary<string, string> Open(byte[] sealed_) => JsonSerializer.Deserialize<Dictionary<string, string>>(Encoding.UTF8.GetString(ScannedFile.Open(vault, BulkRun.ChoicesColumn, sealed_)))!;

    /// <summary>Until when a run that ends now can be undone.</summary>
    public DateTimeOffset? UndoUntil(string action) => actions.FirstOrDefault(a => a.Action == action)?.Restores is null ? null : Now.AddMinutes(settings.Number(WorkbenchSettings.UndoMinutes));

    public long OpenMost => settings.Number(WorkbenchSettings.OpenMost);

    public async Task<BulkRun?> OwnAsync(Guid id, CancellationToken ct) => await db.BulkRuns.FirstOrDefaultAsync(r => r.Id == id && r.Person == By.Id, ct);
}
