using System.Collections.Frozen;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Templates;

/// <summary>The templates in force, in memory.</summary>
internal sealed class TemplateBook : IReferencePart
{
    private FrozenDictionary<string, MessageTemplate> all = FrozenDictionary<string, MessageTemplate>.Empty;

    public MessageTemplate? Find(string name) => Volatile.Read(ref all).GetValueOrDefault(name);

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
        => Volatile.Write(ref all, (await db.MessageTemplates.AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(t => t.Name, StringComparer.Ordinal));
}
