using Microsoft.AspNetCore.Http;

namespace Anmin.Identity.Clients.Registration;

/// <summary>What the registration's form holds, as typed.</summary>
public sealed class ClientForm : IClientFields
{
    public string? Name { get; set; }

    public bool FirstParty { get; set; }

    public string? Redirects { get; set; }

    public string? SignedOut { get; set; }

    public string? BackChannel { get; set; }

    public IReadOnlyList<string> Scopes { get; set; } = ["openid", "profile"];

    public IReadOnlyList<string> Permissions { get; set; } = [];

    public string? Division { get; set; }

    public string? Institution { get; set; }

    public string? PerMinute { get; set; } = "600";

    IReadOnlyList<string>? IClientFields.Redirects => [Redirects ?? ""];

    IReadOnlyList<string>? IClientFields.SignedOut => [SignedOut ?? ""];

    int IClientFields.PerMinute => int.TryParse(PerMinute, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    internal static ClientForm Of(IFormCollection form) => new()
    {
        Name = form["Form.Name"],
        FirstParty = form["Form.FirstParty"].Contains("true"),
        Redirects = form["Form.Redirects"],
        SignedOut = form["Form.SignedOut"],
        BackChannel = form["Form.BackChannel"],
        Scopes = [.. form["Form.Scopes"].OfType<string>()],
        Permissions = [.. form["Form.Permissions"].OfType<string>()],
        Division = form["Form.Division"],
        Institution = form["Form.Institution"],
        PerMinute = form.ContainsKey("Form.PerMinute") ? form["Form.PerMinute"].ToString() : "600",
    };

    internal static ClientForm Of(GetClient.Reply client) => new()
    {
        Name = client.Name,
        FirstParty = client.FirstParty,
        Redirects = string.Join('\n', client.Redirects),
        SignedOut = string.Join('\n', client.SignedOut),
        BackChannel = client.BackChannel,
        Scopes = client.Scopes,
        Permissions = client.Permissions,
        Division = client.Division,
        Institution = client.Institution,
        PerMinute = client.PerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
