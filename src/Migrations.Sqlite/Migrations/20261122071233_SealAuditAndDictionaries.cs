using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SealAuditAndDictionaries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "hash",
                table: "kernel_audit",
                type: "BLOB",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "tx",
                table: "kernel_audit",
                type: "INTEGER",
                nullable: false,
                defaultValueSql: "0");

            migrationBuilder.CreateTable(
                name: "kernel_dictionary_choice",
                columns: table => new
                {
                    list = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: true),
                    disabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_dictionary_choice", x => new { x.list, x.code });
                });

            migrationBuilder.CreateTable(
                name: "kernel_dictionary_item",
                columns: table => new
                {
                    list = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_dictionary_item", x => new { x.list, x.code });
                });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_tx_id",
                table: "kernel_audit",
                columns: new[] { "tx", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_dictionary_choice");

            migrationBuilder.DropTable(
                name: "kernel_dictionary_item");

            migrationBuilder.DropIndex(
                name: "IX_kernel_audit_tx_id",
                table: "kernel_audit");

            migrationBuilder.DropColumn(
                name: "hash",
                table: "kernel_audit");

            migrationBuilder.DropColumn(
                name: "tx",
                table: "kernel_audit");
        }
    }
}
