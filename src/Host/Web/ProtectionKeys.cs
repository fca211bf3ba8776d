using System.Xml.Linq;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Anmin.Host.Web;

/// <summary>The keys of cookies and form tokens, in our database so that every node reads every cookie, sealed by the vault.</summary>
internal sealed class ProtectionKeys(IServiceScopeFactory scopes, PersonalVault vault) : IXmlRepository
{
    private const string Column = "kernel_protection_key.xml";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var rows = scope.ServiceProvider.GetRequiredService<AnminDb>().Set<ProtectionKey>().AsNoTracking().ToList();
        return [.. rows.Select(k => XElement.Parse(vault.Open(Column, Convert.FromBase64String(k.Xml))))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var name = friendlyName is { Length: > 0 } ? friendlyName : Guid.CreateVersion7().ToString();
        var text = Convert.ToBase64String(vault.Seal(Column, element.ToString(SaveOptions.DisableFormatting)));
        scope.ServiceProvider.GetRequiredService<AnminDb>().Database.ExecuteSql($"insert into kernel_protection_key (name, xml) values ({name}, {text})");
    }
}

internal static class Protection
{
    public static IServiceCollection AddProtectionKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("anmin");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = ActivatorUtilities.CreateInstance<ProtectionKeys>(s)));
        return services;
    }
}
