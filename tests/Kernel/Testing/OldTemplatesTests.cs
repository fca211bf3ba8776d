using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Testing;

public sealed class OldTemplatesTests : IDisposable
{
    private readonly DirectoryInfo all = Directory.CreateTempSubdirectory("anmin-old-");

    [Fact]
    public void Many_at_once_forget_the_old_ones_without_an_error_and_keep_their_own()
    {
        for (var round = 0; round < 50; round++)
        {
            foreach (var name in new[] { "mine", "old-1", "old-2", "old-3" })
                for (var file = 0; file < 20; file++)
                    File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(all.FullName, name, "template", "keys")).FullName, file + ".json"), "");
            Parallel.For(0, 8, new() { MaxDegreeOfParallelism = 8 }, _ => OldTemplates.Forget(all.FullName, "mine", DateTimeOffset.MaxValue));
            all.GetDirectories().Select(d => d.Name).ShouldBe(["mine"]);
        }
    }

    [Fact]
    public void What_was_used_today_stays()
    {
        all.CreateSubdirectory("other");
        OldTemplates.Forget(all.FullName, "mine", new FileInfo(Path.Combine(all.FullName, "other")).LastWriteTimeUtc);
        all.GetDirectories().Length.ShouldBe(1);
    }

    public void Dispose() => all.Delete(recursive: true);
}
