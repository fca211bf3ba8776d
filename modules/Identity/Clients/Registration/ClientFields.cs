using Anmin.Contracts.Identity;
using Anmin.Identity.SingleSignOn;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.Clients.Registration;

/// <summary>What is typed about a client, when it is registered and when it is changed.</summary>
public interface IClientFields
{
    string? Name { get; }

    bool FirstParty { get; }

    IReadOnlyList<string>? Redirects { get; }

    IReadOnlyList<string>? SignedOut { get; }

    string? BackChannel { get; }

    IReadOnlyList<string>? Scopes { get; }

    IReadOnlyList<string>? Permissions { get; }

    string? Division { get; }

    string? Institution { get; }

    int PerMinute { get; }
}

/// <summary>Reads <see cref="IClientFields"/> onto a client, every fault at once.</summary>
internal sealed class ClientFields(Reading reading, IInstitutionDirectory institutions, ModelParts parts)
{
    /// <summary>Permissions a program may be given: what the modules declare, but never to see personal data in clear, which needs a person with a purpose.</summary>
    public IReadOnlyList<Permission> Grantable { get; } = [.. KernelPermissions.All.Concat(parts.Modules.SelectMany(m => m.Permissions)).Where(p => !p.Code.EndsWith(".reveal", StringComparison.Ordinal)).DistinctBy(p => p.Code).OrderBy(p => p.Code, StringComparer.Ordinal)];

    /// <returns>What stands in the way; null when everything was taken over.</returns>
    public Problem? Onto(Client client, IClientFields typed)
    {
        client.Name = reading.Text(typed.Name, "Name", "名称", 60) ?? client.Name;
        if (client.Kind == ClientKind.Machine) Program(client, typed);
        else System(client, typed);
        return reading.Problem;
    }

    private void System(Client client, IClientFields typed)
    {
        client.FirstParty = typed.FirstParty;
        var redirects = Addresses(typed.Redirects, "Redirects");
        if (redirects is []) reading.Refuse(ClientProblems.NeedsRedirect);
        client.Redirects = string.Join('\n', redirects);
        client.SignedOut = string.Join('\n', Addresses(typed.SignedOut, "SignedOut"));
        client.BackChannel = Addresses(typed.BackChannel is null ? null : [typed.BackChannel], "BackChannel") is [var told, ..] ? told : null;
        var scopes = (typed.Scopes ?? []).Append(SsoScopes.OpenId).Distinct(StringComparer.Ordinal).ToList();
        if (scopes.Exists(s => !SsoScopes.All.Contains(s))) reading.Refuse(ClientProblems.UnknownScope);
        client.Scopes = string.Join(' ', scopes);
    }

    private void Program(Client client, IClientFields typed)
    {
        var codes = (typed.Permissions ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var chosen = Grantable.Where(p => codes.Contains(p.Code)).ToList();
        if (codes.Count == 0) reading.Refuse(ClientProblems.NeedsPermission);
        else if (codes.Exists(c => c.EndsWith(".reveal", StringComparison.Ordinal))) reading.Refuse(ClientProblems.NotForPrograms);
        else if (chosen.Count != codes.Count) reading.Refuse(ClientProblems.UnknownPermission);
        else if (chosen.DistinctBy(p => p.Kind).Count() > 1) reading.Refuse(ClientProblems.MixedKinds);
        client.Permissions = string.Join(' ', codes);
        client.Division = string.IsNullOrWhiteSpace(typed.Division) ? null : typed.Division.Trim() == "0" ? "0" : reading.Place(typed.Division, "Division", "数据范围的区划", digits: 2);
        client.Institution = string.IsNullOrWhiteSpace(typed.Institution) ? null : typed.Institution.Trim();
        if (client.Institution is { } id && institutions.Find(id) is null) reading.Refuse(ClientProblems.UnknownInstitution);
        if (client.Division is not null && client.Institution is not null) reading.Refuse(ClientProblems.TwoScopes);
        if (typed.PerMinute is < 1 or > 60_000) reading.Refuse(ClientProblems.BadRate);
        client.PerMinute = typed.PerMinute;
    }

    private IReadOnlyList<string> Addresses(IReadOnlyList<string>? texts, string field)
    {
        if (ClientAddresses.ReadAll(texts, field).Try(out var all, out var problem)) return all;
        reading.Refuse(problem);
        return ["?"];
    }
}
