using Anmin.Contracts.Cemetery;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Custody;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Dossier;

/// <summary>Ids of records as people read them: staff by name, places by what is written on the door.</summary>
internal sealed class Who(IStaffDirectory staff, IInstitutionDirectory institutions, IRestingPlaces resting, AnminDb db)
{
    /// <summary>A member of staff by name; <c>family</c>, <c>hospital</c> and <c>police</c> by who they are.</summary>
    public string Name(string? id) => id switch
    {
        null or "" => "—",
        CustodyMove.Family => "家属",
        "hospital" => "医院",
        "police" => "公安",
        "public" => "家属（网上）",
        "system" => "系统",
        _ => staff.Find(id)?.Name ?? id,
    };

    /// <summary>Null where the id is nobody of the register.</summary>
    public string? Post(string id) => staff.Find(id)?.Post;

    public string Home(string? institution) => institution is null ? "还没有定" : institutions.Find(institution)?.Name ?? institution;

    /// <summary>Whose the case is at the home; null while nobody's.</summary>
    public async Task<string?> ClerkAsync(Guid caseId, CancellationToken ct)
        => await db.Set<Assignment>().Where(a => a.Subject == caseId && a.EndedAt == null).Select(a => a.Staff).FirstOrDefaultAsync(ct) is { } clerk ? Name(clerk) : null;

    /// <summary>Names of resources and niches by id; what is neither stays as it is written.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PlacesAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        var wanted = ids.Where(i => i.Length > 0).Distinct().ToList();
        if (wanted.Count == 0) return new Dictionary<string, string>();
        var named = await db.Resources.AsNoTracking().Where(r => wanted.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, ct);
        if (named.Count == wanted.Count) return named;
        foreach (var (code, name) in await resting.NamesAsync(wanted.Where(w => !named.ContainsKey(w)), ct)) named[code] = name;
        return named;
    }
}
