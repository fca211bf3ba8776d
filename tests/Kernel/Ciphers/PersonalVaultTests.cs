using Anmin.Kernel.Ciphers;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Ciphers;

public sealed class PersonalVaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("anmin-keys-").FullName;

    private string File => Path.Combine(_folder, "keys", "personal.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_key_file_is_made_on_first_use_and_is_its_owners_alone()
    {
        var vault = new PersonalVault(StandardCiphers.Instance, PersonalKeys.OpenOrCreate(File, TimeProvider.System));
        var box = vault.Seal("case.id", "321302");
        if (!OperatingSystem.IsWindows()) System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        new PersonalVault(StandardCiphers.Instance, PersonalKeys.Open(File, TimeProvider.System)).Open("case.id", box).ShouldBe("321302");
        Directory.GetFiles(Path.GetDirectoryName(File)!).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Processes_starting_at_once_share_one_file()
    {
        for (var round = 0; round < 50; round++)
        {
            var file = Path.Combine(_folder, $"round-{round}", "personal.json");
            using var start = new Barrier(8);
            var ids = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return PersonalKeys.OpenOrCreate(file, TimeProvider.System).Active.Id;
                },
                TaskCreationOptions.LongRunning)).ToArray();
            (await Task.WhenAll(ids)).Distinct().Count().ShouldBe(1);
        }
    }

    [Fact]
    public void After_a_rotation_old_texts_open_new_ones_use_the_new_key_and_indexes_stay()
    {
        var keys = PersonalKeys.OpenOrCreate(File, TimeProvider.System);
        var elsewhere = new PersonalVault(StandardCiphers.Instance, PersonalKeys.Open(File, TimeProvider.System));
        var vault = new PersonalVault(StandardCiphers.Instance, keys);
        var (old, index) = (vault.Seal("a", "旧"), vault.BlindIndex("1:x"));
        keys.Rotate().ShouldBe(keys.Active.Id);
        var fresh = vault.Seal("a", "新");
        vault.Open("a", old).ShouldBe("旧");
        elsewhere.Open("a", fresh).ShouldBe("新");
        vault.IsStale(old).ShouldBeTrue();
        vault.IsStale(fresh).ShouldBeFalse();
        vault.BlindIndex("1:x").ShouldBe(index);
        keys.Count.ShouldBe(2);
    }

    [Fact]
    public void Texts_of_before_a_change_of_suite_still_open()
    {
        Assert.SkipUnless(GuomiCiphers.IsAvailable, "no libcrypto.so.3 with SM3 and SM4 here");
        var keys = PersonalKeys.OpenOrCreate(File, TimeProvider.System);
        var box = new PersonalVault(StandardCiphers.Instance, keys).Seal("a", "旧");
        new PersonalVault(new GuomiCiphers(), keys).Open("a", box).ShouldBe("旧");
    }

    [Fact]
    public void A_swapped_column_a_changed_byte_and_a_lost_key_are_told_apart()
    {
        var keys = PersonalKeys.OpenOrCreate(File, TimeProvider.System);
        var vault = new PersonalVault(StandardCiphers.Instance, keys);
        var box = vault.Seal("phone", "x");
        Should.Throw<SealException>(() => vault.Open("address", box)).Failure.ShouldBe(SealFailure.Tampered);
        Should.Throw<SealException>(() => vault.Open("phone", [])).Failure.ShouldBe(SealFailure.Tampered);
        box[1] ^= 0xFF;
        var lost = Should.Throw<SealException>(() => vault.Open("phone", box));
        lost.Failure.ShouldBe(SealFailure.KeyMissing);
        lost.Message.ShouldContain(File);
        box[0] = 99;
        Should.Throw<SealException>(() => vault.Open("phone", box)).Failure.ShouldBe(SealFailure.UnknownFormat);
    }

    [Fact]
    public void Equal_numbers_have_equal_indexes_and_nobody_is_indexed_as_unknown()
    {
        var vault = new PersonalVault(StandardCiphers.Instance, PersonalKeys.OpenOrCreate(File, TimeProvider.System));
        vault.BlindIndex("1:a").ShouldBe(vault.BlindIndex("1:a"));
        vault.BlindIndex("1:a").ShouldNotBe(vault.BlindIndex("1:b"));
        vault.BlindIndex("1:a").Length.ShouldBe(PersonalVault.IndexSize);
        Should.Throw<ArgumentException>(() => vault.BlindIndex(""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"keys":[{"id":1,"created":"2026-01-01T00:00:00Z","key":"c2hvcnQ="}],"indexKey":"AA=="}""")]
    public void A_damaged_key_file_is_not_replaced(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, content);
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Should.Throw<InvalidOperationException>(() => PersonalKeys.OpenOrCreate(File, TimeProvider.System)).Message.ShouldNotContain("c2hvcnQ");
        System.IO.File.ReadAllText(File).ShouldBe(content);
    }

    [Fact]
    public void A_key_file_that_everybody_may_read_is_refused()
    {
        if (OperatingSystem.IsWindows()) return;
        PersonalKeys.OpenOrCreate(File, TimeProvider.System);
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Should.Throw<InvalidOperationException>(() => PersonalKeys.Open(File, TimeProvider.System)).Message.ShouldContain("chmod 600");
        Should.Throw<FileNotFoundException>(() => PersonalKeys.Open(File + "x", TimeProvider.System));
    }
}
