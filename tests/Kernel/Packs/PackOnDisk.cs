using System.Text;
using Anmin.Kernel.Packs;

namespace Anmin.Kernel.Tests.Packs;

/// <summary>A small base pack and a city upon it, in a temporary folder, to be spoilt by a test.</summary>
internal sealed class PackOnDisk : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("anmin-pack-");

    public PackOnDisk()
    {
        Write("nation/pack.json", """{"id":"nation","version":1,"title":"全国","division":"0"}""");
        Write("nation/divisions.csv", "code,name,level,parent,effective_from,effective_to,successor\n0,全国,nation,,,,\n32,江苏省,province,0,,,\n3213,宿迁市,city,32,,,\n321302,宿城区,county,3213,,,\n");
        Write("nation/holidays.csv", "date,kind,name,source\n2026-01-01,holiday,元旦,x\n");
        Write("city/pack.json", """{"id":"city","version":1,"title":"安民","division":"3213","base":"nation"}""");
        Write("city/divisions.csv", "code,name,level,parent,effective_from,effective_to,successor\n321302001,幸福街道,town,321302,,,\n321302002,项里街道,town,321302,,,\n");
        Write("city/rules.csv", "jurisdiction,key,value,unit,condition,effective_from,effective_to,source\n3213,pickup.deadline,24,hour,,2020-01-01,2026-03-29,示例\n3213,pickup.deadline,12,hour,,2026-03-30,,示例\n");
        Write("city/numbering.csv", "kind,format,block,check\ncase,{prefix}{yy}-{seq:6},1,\n");
    }

    public string City => Path.Combine(root.FullName, "city");

    public PackOnDisk Write(string file, string text) => Bytes(file, Encoding.UTF8.GetBytes(text));

    public PackOnDisk Bytes(string file, byte[] bytes)
    {
        var path = Path.Combine(root.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public PackOnDisk Append(string file, string line)
    {
        File.AppendAllText(Path.Combine(root.FullName, file), line + "\n");
        return this;
    }

    public PackOnDisk Delete(string file)
    {
        File.Delete(Path.Combine(root.FullName, file));
        return this;
    }

    public PackFolder Read(params IPackFile[] further) => PackFolder.Read(City, KernelPackFiles.All().Concat(further), new([new("funeral.case.read", "查看案卷")]));

    public IReadOnlyList<string> Faults(params IPackFile[] further) => [.. Read(further).Faults.Select(f => f.ToString())];

    public void Dispose() => root.Delete(recursive: true);
}
