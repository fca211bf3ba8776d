using Microsoft.Extensions.Configuration;

namespace Anmin.Identity.Outside;

/// <summary>
/// 省统一身份认证: an OpenID Connect provider whose people may come in here. Told by the operator (<c>Anmin:Outside:Issuer</c>, <c>ClientId</c>,
/// <c>SecretFile</c>, <c>Label</c>), off where it is not. The secret is read from a file, so that it stands in no environment and no process list.
/// </summary>
internal sealed class OutsideProvider(IConfiguration configuration)
{
    private IConfigurationSection Section => configuration.GetSection("Anmin:Outside");

    public bool IsOn => Issuer.Length > 0 && ClientId.Length > 0;

    /// <summary>As its tokens say it, letter by letter.</summary>
    public string Issuer => Section["Issuer"]?.Trim() ?? "";

    public string ClientId => Section["ClientId"]?.Trim() ?? "";

    /// <summary>On the button.</summary>
    public string Label => Section["Label"] is { Length: > 0 } label ? label : "统一身份认证";

    public async Task<string?> SecretAsync(CancellationToken ct) => Section["SecretFile"] is { Length: > 0 } file ? (await File.ReadAllTextAsync(file, ct)).Trim() : null;
}
