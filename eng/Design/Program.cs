using Anmin.Design;

// EF's generator asks the factory; run by hand it only says what it is for.
Console.WriteLine("eng/migration.sh Name");
return args.Length == 0 && typeof(DesignFactory).IsClass ? 0 : 2;
