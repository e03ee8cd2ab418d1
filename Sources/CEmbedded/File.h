// Embeds the file NAME of FOLDER, both defined by the including file (C23, 6.10.4: #embed).
{ SPELLED(FOLDER/NAME), (const unsigned char[]) {
#embed SPELLED(../../Templates/FOLDER/NAME) suffix(, 0)
} },
#undef NAME
