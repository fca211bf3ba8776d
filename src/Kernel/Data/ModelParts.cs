using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Anmin.Kernel.Data;

/// <summary>What the model is made of. One per process: two of them never share a compiled model.</summary>
public sealed record ModelParts(DatabaseKind Kind, IReadOnlyList<IModule> Modules, PersonalVault Vault);

/// <summary>The converters of sealed columns hold the vault, so the vault is part of the model's identity.</summary>
internal sealed class ModelKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime)
        => context is AnminDb db ? (typeof(AnminDb), db.Parts.Kind, db.Parts.Vault, designTime) : (context.GetType(), designTime);
}
