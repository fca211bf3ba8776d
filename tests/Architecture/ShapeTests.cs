using System.Xml.Linq;
using Anmin.Host;
using Anmin.Kernel.Modules;
using Shouldly;
using Xunit;

namespace Anmin.Architecture;

/// <summary>Sections 1, 2, 8 and 9 of docs/conventions.md.</summary>
public sealed class ShapeTests
{
    private static readonly string[] ForbiddenEndings = ["Manager", "Helper", "Util", "Utils", "Service", "Dto", "Impl", "Base", "Info"];
    private static readonly string[] ForbiddenFolders = ["Services", "Helpers", "Utils", "Dtos", "Models", "Enums", "Interfaces", "Common", "Misc", "Shared"];

    [Fact]
    public void A_module_references_kernel_ui_and_contracts_and_no_other_module()
    {
        string[] allowed = ["Kernel", "Ui", "Contracts"];
        foreach (var project in Sources.Product("*.csproj").Where(p => p.StartsWith("modules/", StringComparison.Ordinal)))
            References(project).Except(allowed).ShouldBeEmpty(project);
    }

    [Fact]
    public void Arrows_point_one_way()
    {
        References("src/Kernel/Kernel.csproj").ShouldBeEmpty();
        References("src/Contracts/Contracts.csproj").Except(["Kernel"]).ShouldBeEmpty();
        References("src/Ui/Ui.csproj").Except(["Kernel"]).ShouldBeEmpty();
    }

    [Fact]
    public void The_kernel_knows_no_room_by_name()
        => Sources.Hits(Sources.Product("*.cs", "*.razor").Where(f => f.StartsWith("src/Kernel/", StringComparison.Ordinal) || f.StartsWith("src/Ui/", StringComparison.Ordinal)), l => !Sources.IsComment(l) && (l.Contains("Anmin.Funeral") || l.Contains("Anmin.Identity"))).ShouldBeEmpty();

    [Fact]
    public void Contracts_hold_records_enums_and_interfaces_only()
        => typeof(Anmin.Contracts.Funeral.CaseReported).Assembly.GetExportedTypes().Where(t => !t.IsInterface && !t.IsEnum && t.GetMethod("<Clone>$") is null && !typeof(Attribute).IsAssignableFrom(t)).ShouldBeEmpty();

    [Fact]
    public void No_file_has_more_than_300_lines()
        => Sources.Files("*.cs", "*.razor").Select(f => (File: f, Lines: Sources.Lines(f).Length)).Where(f => f.Lines > 300).ShouldBeEmpty();

    [Fact]
    public void Folders_are_subjects_not_technical_kinds()
        => Sources.Files("*.cs", "*.razor").SelectMany(f => f.Split('/')[..^1].Where(ForbiddenFolders.Contains).Select(_ => f)).ShouldBeEmpty();

    /// <summary>Folders that have outgrown the rule and wait to be split: these numbers only ever fall.</summary>
    private static readonly Dictionary<string, int> Outgrown = new() { ["modules/Funeral/Dossier"] = 21, ["modules/Funeral/Families"] = 22 };

    [Fact]
    public void A_folder_holds_about_fifteen_files_beyond_which_the_subject_has_two_names()
        => Sources.Product("*.cs", "*.razor").Where(f => f.StartsWith("modules/", StringComparison.Ordinal)).GroupBy(f => Path.GetDirectoryName(f)!)
            .Select(g => (Folder: g.Key, Files: g.Count())).Where(g => g.Files > Outgrown.GetValueOrDefault(g.Folder, 18)).ShouldBeEmpty();

    [Fact]
    public void Types_are_named_by_the_business()
    {
        var named = Product().SelectMany(a => a.GetTypes()).Where(t => !t.Name.Contains('<') && !(t.DeclaringType?.Name.Contains('<') ?? false) && t.Namespace?.StartsWith("Anmin", StringComparison.Ordinal) == true);
        named.Where(t => ForbiddenEndings.Any(e => t.Name.Split('`')[0].EndsWith(e, StringComparison.Ordinal))).Select(t => t.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        foreach (var file in Sources.Product("*.cs").Where(f => f.StartsWith("modules/", StringComparison.Ordinal)))
        {
            var expected = "namespace Anmin." + string.Join('.', file.Split('/')[1..^1]) + ";";
            var found = Sources.Lines(file).FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal));
            if (found is not null) found.ShouldBe(expected, file);
        }
    }

    [Fact]
    public void Every_module_of_the_repository_is_in_the_list_of_the_host()
    {
        var folders = Directory.GetDirectories(Path.Combine(Sources.Root, "modules")).Where(d => File.Exists(Path.Combine(d, Path.GetFileName(d) + ".csproj"))).Select(d => Path.GetFileName(d)!.ToLowerInvariant());
        Modules.All.Select(m => m.Name).Order().ShouldBe(folders.Order());
        foreach (var assembly in Modules.All.Select(m => m.GetType().Assembly))
            assembly.GetTypes().Count(t => typeof(IModule).IsAssignableFrom(t) && t.IsClass).ShouldBe(1, assembly.FullName);
    }

    [Fact]
    public void Types_of_a_module_are_its_own_unless_the_host_or_a_page_needs_them()
    {
        foreach (var module in Modules.All)
            module.GetType().Assembly.GetExportedTypes().Where(t => !t.IsNested && !t.Name.StartsWith('_') && !t.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute), false) && t != module.GetType() && !typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(t) && !typeof(Attribute).IsAssignableFrom(t) && Used(t) == 0)
                .Select(t => t.FullName).ShouldBeEmpty($"public, and nobody outside {module.Name} says its name");
    }

    private static int Used(Type type) => Sources.Product("*.cs", "*.razor").Count(f => (f.StartsWith("src/Host/", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal)) && Sources.Text(f).Contains(type.Name.Split('`')[0], StringComparison.Ordinal));

    internal static IEnumerable<System.Reflection.Assembly> Product() =>
        Modules.All.Select(m => m.GetType().Assembly).Append(typeof(IModule).Assembly).Append(typeof(AnminApp).Assembly).Append(typeof(Anmin.Contracts.Funeral.CaseReported).Assembly).Append(typeof(Anmin.Ui.Frame.Surface).Assembly);

    private static IEnumerable<string> References(string project) =>
        XDocument.Parse(Sources.Text(project)).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
}
